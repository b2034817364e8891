import { type Html, html, type Part } from './html.ts';
import type { Links } from './links.ts';

/** A step on the way to a page. */
export interface Crumb {
  readonly label: Part;
  /** Undefined for the page itself. */
  readonly href?: string;
}

export interface Frame {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly links: Links;
  /** The address of the service. */
  readonly service: string;
  /** The account that decides; undefined if this machine has no name for it. */
  readonly user: string | undefined;
}

/** A whole page around its main part. */
export function framed({ title, crumbs = [], links, service, user }: Frame, main: Part): Html {
  const trail =
    crumbs.length === 0
      ? undefined
      : html`<nav aria-label="Breadcrumbs" class="crumbs"><ol>${crumbs.map(({ label, href }) =>
          href === undefined
            ? html`<li><span aria-current="page">${label}</span></li>`
            : html`<li><a href="${href}">${label}</a></li>`,
        )}</ol></nav>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} - gobbler review</title>
<link rel="stylesheet" href="${links.stylesheet()}">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<nav aria-label="Main"><ul>
<li><a href="${links.pending()}">Pending</a></li>
<li><a href="${links.projects()}">Projects</a></li>
</ul></nav>
<p class="where"><span>Service <bdi>${service}</bdi></span> <span>You are ${
    user === undefined ? 'a user without a name' : html`<bdi><strong>${user}</strong></bdi>`
  }</span></p>
</header>
<main id="main" tabindex="-1">
${trail}
${main}
</main>
</body>
</html>
`;
}
