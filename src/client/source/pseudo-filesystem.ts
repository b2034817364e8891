import { constants, existsSync, fstatSync, statfsSync } from 'node:fs';
import { withOpenNow } from '../../fs/index.ts';

/**
 * Filesystems of the kernel, by the type that `statfs` gives. Their files have no content but what the kernel makes up
 * when they are read: the state of this very process, its environment included, or of the machine.
 */
const PSEUDO: ReadonlyMap<number, string> = new Map([
  [0x9fa0, 'proc'],
  [0x6265_6572, 'sysfs'],
  [0x1cd1, 'devpts'],
  [0x27_e0eb, 'cgroup'],
  [0x6367_7270, 'cgroup2'],
  [0x6462_6720, 'debugfs'],
  [0x7472_6163, 'tracefs'],
  [0x7363_6673, 'securityfs'],
  [0x6265_6570, 'configfs'],
  [0xcafe_4a11, 'bpf'],
  [0x6165_676c, 'pstore'],
  [0xde5e_81e4, 'efivarfs'],
  [0xf97c_ff8c, 'selinuxfs'],
  [0x4341_5d53, 'smackfs'],
  [0x5a3c_69f0, 'apparmorfs'],
  [0x4249_4e4d, 'binfmt_misc'],
  [0x0765_5821, 'resctrl'],
  [0x6e73_6673, 'nsfs'],
  [0x5049_4446, 'pidfs'],
  [0x5049_5045, 'pipefs'],
  [0x534f_434b, 'sockfs'],
  [0x0904_1934, 'anon_inodefs'],
  [0x5345_434d, 'secretmem'],
  [0x6573_5543, 'fusectl'],
  [0x1980_0202, 'mqueue'],
  [0x6759_6969, 'rpc_pipefs'],
  [0x6e66_7364, 'nfsd'],
  [0xabba_1974, 'xenfs'],
  [0x6c6f_6f70, 'binder'],
  [0x9fa1, 'openpromfs'],
]);

/** Neither waits for a FIFO that may have taken the place of a file, nor takes a terminal. */
const ONLY_LOOK = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

/** Finds out which files and directories are on filesystems of the kernel. Opens one of each device. */
export class PseudoFilesystems {
  readonly #byDevice = new Map<number, string | undefined>();

  /**
   * The name of the pseudo filesystem that a file or directory is on; undefined for any other. `dev` is its device, as it
   * was found. Throws if it cannot be opened.
   */
  find(item: string, dev: number): string | undefined {
    if (this.#byDevice.has(dev)) return this.#byDevice.get(dev);
    return withOpenNow(item, ONLY_LOOK, (descriptor) => {
      // The file that was opened, whatever its path leads to by now. Without /proc, there is only the path.
      const opened = `/proc/self/fd/${descriptor}`;
      const { type } = statfsSync(existsSync(opened) ? opened : item);
      const name = PSEUDO.get(type >>> 0);
      this.#byDevice.set(fstatSync(descriptor).dev, name);
      return name;
    });
  }
}
