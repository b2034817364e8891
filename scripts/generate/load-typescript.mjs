/**
 * Lets this process import the sources: Node 20 does not read TypeScript. So what is generated is asked of their own
 * functions, not of their text.
 */
import { register } from 'node:module';

const hooks = `
  import { readFileSync } from 'node:fs';
  import { fileURLToPath } from 'node:url';
  import { transformSync } from ${JSON.stringify(import.meta.resolve('@swc/core'))};
  export async function load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const jsc = { target: 'es2023', parser: { syntax: 'typescript' } };
    const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), { jsc });
    return { format: 'module', shortCircuit: true, source: code };
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
