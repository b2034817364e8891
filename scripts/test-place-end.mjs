/** After the tests: removes what test-place.mjs has made. Jest's `globalTeardown`. */
import fs from 'node:fs';

export default function removeTestPlace() {
  const { GOBBLER_TEST_PLACE, GOBBLER_TEST_BUILD } = process.env;
  for (const place of [GOBBLER_TEST_PLACE, GOBBLER_TEST_BUILD])
    if (place !== undefined) fs.rmSync(place, { recursive: true, force: true });
}
