/** The pages, each a function of the site and of what its address says. */

export { assetPage } from './asset-page.ts';
export { changesPage } from './changes-page.ts';
export { errorPage, statusOf } from './error-page.ts';
export { comparePage, filePage, requireFile } from './file-page.ts';
export { filesPage } from './files-page.ts';
export { pendingPage } from './pending-page.ts';
export { projectPage } from './project-page.ts';
export { projectsPage } from './projects-page.ts';
export { versionPage } from './version-page.ts';
