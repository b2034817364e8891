/**
 * The plainest way to fetch a version fast: a few connections that are kept alive, and nothing is checked.
 * `node eight-connections.mjs URL PROJECT/ASSET/VERSION DIRECTORY`
 */
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const CONNECTIONS = 8;

const [url = '', version = '', into = ''] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** @param {string} file @returns {Promise<Buffer>} */
const get = (file) =>
  new Promise((resolve, reject) => {
    const address = `${url}/fetch/${encodeURIComponent(`${version}/${file}`)}`;
    const sent = http.get(address, { agent }, (response) => {
      /** @type {Buffer[]} */
      const received = [];
      response.on('data', (chunk) => received.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(received));
        else reject(new Error(`GET ${address}: ${response.statusCode}`));
      });
    });
    sent.on('error', reject);
  });

const files = Object.keys(JSON.parse(String(await get('..manifest'))));
for (const directory of new Set(files.map((file) => path.dirname(file))))
  fs.mkdirSync(path.join(into, directory), { recursive: true });
const rest = files.values();
const connection = async () => {
  for (const file of rest) fs.writeFileSync(path.join(into, file), await get(file));
};
await Promise.all(Array.from({ length: CONNECTIONS }, connection));
agent.destroy();
