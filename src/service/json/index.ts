/** JSON and UTF-8 as the original service reads them. */

export {
  type Decoded,
  DecodeError,
  decode,
  flag,
  integer,
  keyed,
  list,
  type Reader,
  record,
  text,
} from './decode.ts';
export { decodeUtf8, isUtf8 } from './utf8.ts';
