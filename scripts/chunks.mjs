import fs from 'node:fs';
import path from 'node:path';

/**
 * The files of the bundle besides index.js, each with a word for what is in it. The names are those that the sources give
 * their `import()`s (`webpackChunkName`); `shared` holds what several of them need.
 */
const NAMES = ['http', 'glob', 'commands', 'cli', 'service', 'shared'];

/** Chunks as webpack writes them, after the number that is their name. */
const CHUNK =
  /^("use strict";\n)?exports\.id = \d+;\nexports\.ids = \[([\d,]+)\];\nexports\.modules = (\{\n.*\n\});/s;

/**
 * Joins the numbered chunks of a bundle into one file for each name. ncc numbers chunks, whatever they are called, and
 * splits what several of them need into more, with other numbers after each change.
 *
 * @param {string} directory
 */
export function nameChunks(directory) {
  const index = path.join(directory, 'index.js');
  const files = fs.readdirSync(directory).filter((file) => /^\d+\.index\.js$/.test(file));
  const texts = [index, ...files.map((file) => path.join(directory, file))].map((file) =>
    fs.readFileSync(file, 'utf8'),
  );
  const names = namesOf(texts.join('\n'));

  /** @type {Map<string, string[]>} */
  const chunks = new Map();
  for (const file of files.sort()) {
    const number = file.slice(0, file.indexOf('.'));
    const name = names.get(number);
    if (name === undefined) {
      throw new Error(
        `An import() has no name: write import(/* webpackChunkName: "…" */ '…'), with one of ${NAMES.join(', ')}`,
      );
    }
    chunks.set(name, [...(chunks.get(name) ?? []), number]);
  }
  for (const [name, numbers] of chunks) {
    const parts = numbers.map((number) => readChunk(path.join(directory, `${number}.index.js`)));
    const ids = parts.map(({ ids }) => ids);
    const modules = parts.map(({ modules }) => modules);
    const text = `exports.ids = [${ids}];\nexports.modules = Object.assign({},\n${modules.join(',\n')});\n`;
    fs.writeFileSync(path.join(directory, `${name}.js`), text);
  }
  for (const file of files) fs.rmSync(path.join(directory, file));

  const table = [...chunks].flatMap(([name, numbers]) =>
    numbers.map((number) => `${number}: ${JSON.stringify(name)}`),
  );
  const template = 'return "" + chunkId + ".index.js";';
  const [text = ''] = texts;
  if (!text.includes(template)) throw new Error(`${index} should name its chunks by ${template}`);
  fs.writeFileSync(index, text.replace(template, `return { ${table.join(', ')} }[chunkId] + ".js";`));
}

/**
 * The name of each chunk, by its number: that of the only `import()` that loads it, or of its last chunk, which is its own.
 *
 * @param {string} text
 */
function namesOf(text) {
  /** @type {Map<string, Set<string>>} */
  const users = new Map();
  const listed =
    /import\(\) \| ([\w-]+) \*\/\s*\[?((?:__webpack_require__|__nccwpck_require__)\.e\(\d+\)(?:,\s*(?:__webpack_require__|__nccwpck_require__)\.e\(\d+\))*)/g;
  const single = /\.e\(\/\* import\(\) \| ([\w-]+) \*\/ (\d+)\)/g;
  for (const [, name = '', list = ''] of [...text.matchAll(listed), ...text.matchAll(single)]) {
    for (const number of list.match(/\d+/g) ?? [])
      users.set(number, (users.get(number) ?? new Set()).add(name));
  }
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const [number, by] of users) {
    const [only = ''] = by;
    const name = by.size === 1 ? only : 'shared';
    if (!NAMES.includes(name))
      throw new Error(`An import() is called ${name}: use one of ${NAMES.join(', ')}`);
    names.set(number, name);
  }
  return names;
}

/**
 * The numbers that a chunk stands for, and its modules as an expression: some are in strict mode by themselves, others only
 * as all of their chunk.
 *
 * @param {string} file
 */
function readChunk(file) {
  const [, strict = '', ids, modules] = CHUNK.exec(fs.readFileSync(file, 'utf8')) ?? [];
  if (modules === undefined) throw new Error(`${file} is not a chunk as webpack writes them`);
  return { ids, modules: `(() => {\n${strict}return ${modules};\n})()` };
}
