/** After the tests: removes what test-place.mjs has made. Jest's `globalTeardown`. */
import fs from 'node:fs';

export default function removeTestPlace() {
  const place = process.env.GOBBLER_TEST_PLACE;
  if (place !== undefined) fs.rmSync(place, { recursive: true, force: true });
}
