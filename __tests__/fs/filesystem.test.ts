import fs from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { FilesystemClocks } from '../../src/fs/clocks.ts';
import { filesystemOf } from '../../src/fs/filesystem.ts';
import { Filesystems } from '../../src/fs/fresh.ts';

describe('a filesystem', () => {
  it('is known by the name that the mount table has for it, and kernel filesystems may be stale', () => {
    const { dev } = fs.statSync('/proc');
    expect(filesystemOf('/proc', dev)).toEqual({
      type: 'proc',
      mayBeStale: true,
      isLocal: false,
      hasNoCto: false,
    });
  });

  it('is trusted with its metadata if it lies on a disk or in memory of this machine', () => {
    if (!fs.existsSync('/dev/shm')) return;
    const { dev } = fs.statSync('/dev/shm');
    expect(filesystemOf('/dev/shm', dev)).toMatchObject({ type: 'tmpfs', mayBeStale: false, isLocal: true });
  });

  it('may be stale if it does not answer', () => {
    expect(filesystemOf('/no/such/place')).toMatchObject({ mayBeStale: true });
  });

  it('shows the same metadata whichever way it is looked at', async () => {
    const filesystems = new Filesystems();
    for (const place of [import.meta.filename, '/proc/self/status']) {
      const { dev, ino } = fs.statSync(place);
      expect(filesystems.statNow(place, dev)).toMatchObject({ dev, ino });
      expect(await filesystems.stat(place, dev)).toMatchObject({ dev, ino });
    }
    expect(filesystems.all).toHaveLength(2);
  });
});

describe('the clock of a filesystem', () => {
  it('has reached at least each timestamp seen on it, plus the time since then', () => {
    const clocks = new FilesystemClocks();
    expect(clocks.atLeast(7, 100)).toBeUndefined();
    clocks.observe(7, 1_000_000, 100);
    clocks.observe(7, 1_000_005, 110); // later, and less: it was there a while
    expect(clocks.atLeast(7, 100)).toBe(1_000_000);
    expect(clocks.atLeast(7, 350)).toBe(1_000_250);
    clocks.observe(7, 2_000_000, 400);
    expect(clocks.atLeast(7, 401)).toBe(2_000_001);
    expect(clocks.atLeast(8, 401)).toBeUndefined();
  });
});
