import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';

/** Another port of this machine that leads to a port, as `ssh -L` makes one. */
export interface Tunnel {
  readonly port: number;
  /** Lets nothing through, in either direction, until the function that it returns is called. */
  readonly hold: () => () => void;
  /** Ends all connections, and the tunnel. */
  readonly close: () => Promise<void>;
}

/** Opens a tunnel on loopback. */
export async function openTunnel(port: number): Promise<Tunnel> {
  const ends = new Set<net.Socket>();
  let released = Promise.resolve();
  async function* whenReleased(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const chunk of chunks) {
      await released;
      yield chunk;
    }
  }
  const server = net.createServer({ allowHalfOpen: true }, (near) => {
    const far = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    for (const end of [near, far]) {
      ends.add(end);
      end.once('close', () => ends.delete(end));
    }
    // An end that fails fails the other one, which is all that a tunnel can say.
    Promise.all([pipeline(near, whenReleased, far), pipeline(far, whenReleased, near)]).catch(() => {
      for (const end of [near, far]) end.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    hold: () => {
      let release = (): void => undefined;
      released = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const end of ends) end.destroy();
      await closed;
    },
  };
}
