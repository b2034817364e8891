/** The service that is measured against, and requests to it by hand. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ url: string, staging: string, registry: string }} Gobbler */

/** A new place below `parent`, removed when this process ends, however it does. @param {string} parent */
export function temporaryPlace(parent) {
  const place = fs.realpathSync(fs.mkdtempSync(path.join(parent, 'gobbler-bench-')));
  // A service that is ending may still write there.
  process.once('exit', () =>
    fs.rmSync(place, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  );
  return place;
}

for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])) {
  process.once(signal, () => process.exit(code));
}

/**
 * The Gobbler of `GOBBLER_URL`, or else the embedded one, as a process of its own that ends with this one.
 *
 * @param {string} place where its registry lies
 * @param {string} staging where its staging directory lies
 * @returns {Promise<Gobbler>}
 */
export async function openGobbler(place, staging) {
  const given = process.env.GOBBLER_URL;
  console.error(`Measuring ${given ? `the Gobbler at ${given} (GOBBLER_URL)` : 'an embedded Gobbler'}`);
  if (given) {
    const { staging, registry } = JSON.parse(await get(`${given}/info`));
    return { url: given, staging, registry };
  }
  const directories = { registry: path.join(place, 'registry'), staging: path.join(staging, 'staging') };
  fs.mkdirSync(directories.registry);
  fs.mkdirSync(directories.staging);
  fs.chmodSync(directories.staging, 0o1777);
  const flags = { ...directories, port: '0', admin: os.userInfo().username };
  const args = Object.entries(flags).flatMap(([name, value]) => [`-${name}`, value]);
  const child = spawn(process.execPath, [path.join(root, 'dist/index.js'), 'serve', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.prependOnceListener('exit', () => child.kill('SIGTERM'));
  const url = await new Promise((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said = (said + chunk).slice(-4096);
        const found = /http:\/\/[\d.]+:\d+/.exec(said);
        if (found) resolve(found[0]);
      });
    }
    child.once('close', () => reject(new Error(`the service did not start: ${said}`)));
  });
  return { url, ...directories };
}

/**
 * Writes a request file, posts its name, removes it. The plainest way to use a Gobbler.
 *
 * @param {Gobbler} gobbler @param {string} action @param {object} body
 */
export async function ask({ url, staging }, action, body) {
  const name = `request-${action}-${randomBytes(8).toString('hex')}`;
  fs.writeFileSync(path.join(staging, name), JSON.stringify(body));
  try {
    await exchange(`${url}/new/${name}`, { method: 'POST' });
  } finally {
    fs.rmSync(path.join(staging, name));
  }
}

/** @param {string} url @param {http.Agent} [agent] @returns {Promise<string>} */
export async function get(url, agent) {
  return exchange(url, agent === undefined ? {} : { agent });
}

/** @param {string} url @param {http.RequestOptions} options @returns {Promise<string>} */
function exchange(url, options) {
  return new Promise((resolve, reject) => {
    const sent = http.request(url, options, (response) => {
      /** @type {Buffer[]} */
      const received = [];
      response.on('data', (chunk) => received.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(received).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${options.method ?? 'GET'} ${url}: ${response.statusCode} ${text}`));
      });
    });
    sent.on('error', reject).end();
  });
}
