/**
 * Two contents of the same size and the same MD5, and different sha256: the pair that Wang and Yu published in 2005, as an
 * attacker uses it, with the same text behind both.
 */
const FIRST = `d131dd02c5e6eec4693d9a0698aff95c2fcab58712467eab4004583eb8fb7f89
  55ad340609f4b30283e488832571415a085125e8f7cdc99fd91dbdf280373c5b
  d8823e3156348f5bae6dacd436c919c6dd53e2b487da03fd02396306d248cda0
  e99f33420f577ee8ce54b67080a80d1ec69821bcb6a8839396f9652b6ff72a70`;
const OTHER = `d131dd02c5e6eec4693d9a0698aff95c2fcab50712467eab4004583eb8fb7f89
  55ad340609f4b30283e4888325f1415a085125e8f7cdc99fd91dbd7280373c5b
  d8823e3156348f5bae6dacd436c919c6dd53e23487da03fd02396306d248cda0
  e99f33420f577ee8ce54b67080280d1ec69821bcb6a8839396f965ab6ff72a70`;

const block = (hex: string): Buffer => Buffer.from(hex.replaceAll(/\s/g, ''), 'hex');

/** The pair; with `moreBytes` of the same text after each, its MD5 stays the same. */
export function sameMd5(moreBytes = 0): readonly [good: Buffer, evil: Buffer] {
  const more = Buffer.alloc(moreBytes, 'more ');
  return [Buffer.concat([block(FIRST), more]), Buffer.concat([block(OTHER), more])];
}
