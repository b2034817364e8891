import { GIF } from 'image-size/types/gif';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';

/** The largest image that a page shows. */
export const LARGEST_IMAGE_BYTES = 10 * 1024 * 1024;

/** A browser takes 160 MB for as many. */
const MOST_PIXELS = 40_000_000;

/** An image that a page may show. */
export interface Image {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

const FORMATS = [
  { type: 'image/png', names: /\.png$/i, format: PNG },
  { type: 'image/jpeg', names: /\.jpe?g$/i, format: JPG },
  { type: 'image/gif', names: /\.gif$/i, format: GIF },
  { type: 'image/webp', names: /\.webp$/i, format: WEBP },
] as const;

/** Returns whether a file is called like an image that a page may show. */
export const isImageName = (path: string): boolean => FORMATS.some(({ names }) => names.test(path));

/**
 * The image in a file; undefined if it is none of the type that its name promises, is damaged at its beginning, or has
 * too many pixels to show. Pure.
 */
export function imageIn(path: string, bytes: Buffer): Image | undefined {
  const found = FORMATS.find(({ names }) => names.test(path));
  if (found === undefined) return undefined;
  const { type, format } = found;
  try {
    if (!format.validate(bytes)) return undefined;
    const { width, height } = format.calculate(bytes);
    const isShowable = width > 0 && height > 0 && width * height <= MOST_PIXELS;
    return isShowable ? { type, width, height } : undefined;
  } catch (error) {
    // The parsers throw plain errors for headers that are cut or make no sense.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
