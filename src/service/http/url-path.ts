/** Percent-encodes what cannot stand in the path of a URL. Text has one character for each byte. */
export function escapePath(path: string): string {
  return path.replace(
    /[^-\w.~$&+,/:;=@]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
