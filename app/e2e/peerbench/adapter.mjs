// Lets the bench of annotation tools (peerbench) drive Spanwise: the static
// site that `make site` writes, or the folder that SPANWISE_SITE names.
//
// Variants: `open` (the default) opens an article that the project holds, as a
// click on its title does; `import` hands the page a project file through its
// Import and opens the article in it, reading, checking and saving included.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const site = process.env.SPANWISE_SITE || path.resolve(here, '../../../dist');

export default (variant) => ({
  version: 'this tree',
  variant: variant || 'open',
  mounts: { '/spanwise/': site },
  path: '/spanwise/',
  depth: Infinity,
});
