/** A body that is made while it is sent. */
export type Pieces = AsyncGenerator<Buffer>;

/** Less is not worth a write of its own. */
const LARGE_BYTES = 64 * 1024;

/** The same bytes in larger pieces. */
export async function* gathered(pieces: AsyncIterable<Buffer>): Pieces {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size < LARGE_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}
