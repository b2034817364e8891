/** A plugin of TypeDoc: a page of the documentation has the address that it has in the repository. */
import { KindRouter } from 'typedoc';

class PagesRouter extends KindRouter {
  /** @param {import('typedoc').Reflection} reflection @returns {string} */
  getIdealBaseName(reflection) {
    return reflection.isDocument()
      ? String(reflection.frontmatter.address)
      : super.getIdealBaseName(reflection);
  }
}

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.renderer.defineRouter('pages', PagesRouter);
}
