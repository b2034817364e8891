/**
 * Replaces files at once when another machine asks for it: `node replacer.mjs PORT`. For each line that comes over TCP,
 * the path of a file, it renames a new file to that path, of generation 2, and answers with a line.
 */
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';

const [, , port] = process.argv;

net
  .createServer(async (socket) => {
    for await (const file of createInterface(socket)) {
      const beside = path.join(path.dirname(path.dirname(file)), `new-${process.pid}-${path.basename(file)}`);
      fs.writeFileSync(beside, '2\n');
      fs.renameSync(beside, file);
      socket.write('done\n');
    }
  })
  .listen(Number(port), () => process.stdout.write('ready\n'));
