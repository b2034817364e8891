/**
 * What docs/troubleshooting.md says of each code: true causes, from the places where it is thrown, and what to do. A code
 * without a text does not compile.
 *
 * @typedef {object} Text
 * @property {string} means One sentence.
 * @property {readonly string[]} causes The likeliest first.
 * @property {readonly string[]} remedies In the order in which to try them.
 */

/** @type {Record<import('../../src/protocol/errors.ts').ErrorCode, Text>} */
export const ERROR_CAUSES = {
  'invalid-input': {
    means:
      'The step or the command was called with something that it cannot use. Nothing was published or changed.',
    causes: [
      'A value that is not one of those that the message lists; an input that is required and empty, often since an expression like `steps.x.outputs.y` gave nothing.',
      '`url` without `http://` or `https://`, with a query, or with a password in it.',
      '`files` with an absolute path, with `..`, or with a pattern that goes on below a file.',
      'Two inputs that exclude each other, such as `consume` with `symlinks: dereference`, or a `destination` inside of what is fetched.',
      'By hand: `GITHUB_OUTPUT` or `GITHUB_STATE` names a file that cannot be written.',
    ],
    remedies: [
      'All wrong inputs are in one report, each with what it should be: correct them together.',
      'If an expression was empty, look at the step that should have set it, and at its `id`.',
    ],
  },
  'invalid-name': {
    means: 'A project, asset or version has a name that a Gobbler does not take.',
    causes: [
      'A slash in it, typically a branch: `github.ref_name` is like `feature/x` there.',
      'It begins with two dots, is a single dot, is empty, has a backslash, or is longer than 255 bytes.',
    ],
    remedies: [
      'Make the name of what is always safe: letters, digits, dots, dashes and underscores, such as those of `github.run_number`.',
    ],
  },
  'invalid-source': {
    means: 'Something in the directory cannot be published, or changed while it was. Nothing was published.',
    causes: [
      'The directory is not there or holds nothing: a step before wrote elsewhere, or on the disk of another node.',
      'Files of another user, or of root, as containers leave them: the runner cannot read them.',
      'Links to directories, to the outside, or to nothing. Conda environments and `latest` links are the usual ones.',
      'A FIFO or a socket, a name that begins with two dots, a name that is not UTF-8, a path that is too long below staging or the registry.',
      'A job that still writes there: "changed while it was being staged", "could not be read any more".',
    ],
    remedies: [
      'Each kind of finding has its own hint, below; all findings are in one report.',
      'Exclude what should not be published with `files`, such as `!**/env/**`.',
      'Wait for the jobs that write there: `sbatch --wait`, not `sbatch`.',
      'On a network filesystem, list the directory on the runner itself: another node may still hold what it wrote.',
    ],
  },
  'not-found': {
    means: 'The service does not find the named item in the registry.',
    causes: [
      'A wrong name: names are case-sensitive.',
      'The project has not been created. Uploads make assets, never projects.',
      'The version was rejected, or removed because it was on probation for too long. The service does not tell the two apart.',
      'Its upload has not finished, or has crashed.',
      'The asset has no approved version, so there is no latest one; or `files` of `fetch` selects nothing.',
      'The service at `url` is another one than you think, such as that of the test cluster.',
    ],
    remedies: [
      '`gobbler list`, `gobbler list PROJECT`, `gobbler list PROJECT/ASSET` show what there is; `gobbler status` says which registry that service has.',
      'Ask an administrator of the service to create the project.',
      'For `await-approval`: ask the owners what they found, correct it, and publish again.',
    ],
  },
  'already-exists': {
    means: 'The name is taken, and not by the same content. Versions are permanent, so nothing was changed.',
    causes: [
      'The same version name was published with other content: a re-run of a job whose results are not reproducible to the byte, such as files with times in them.',
      'Somebody else has used the name.',
      '"Unfinished": an upload is running just now, or the service crashed in one and left its directory behind.',
      '`create-project` with `if-exists: error`, or upon what a failed creation has left.',
      '`fetch`: there are other files at `destination`, which are never overwritten.',
    ],
    remedies: [
      'Publish under another version name; with `github.run_attempt` in it, re-runs differ.',
      'With `if-exists: verify` the message names paths that differ; `gobbler verify PROJECT/ASSET/VERSION DIRECTORY` does so any time.',
      'If any content will do, set `if-exists: skip`.',
      'Unfinished: if nobody uploads, an administrator removes it with `gobbler remove PROJECT/ASSET/VERSION --yes --force`.',
      '`fetch`: empty `destination`, or choose another one.',
    ],
  },
  'not-authorized': {
    means: 'The service knows, or thinks it knows, who is asking, and this user may not do this.',
    causes: [
      'The user the runner runs as is no uploader (to upload) or owner (to approve, reject, set permissions) of the project. That user counts, not whoever has started the workflow.',
      'An uploader entry that is for another asset or version, or has expired; the first entry that fits decides, whatever comes after it.',
      'Projects are created and removed by administrators only.',
      'A container: root in it, or a user id that has another name, or none, on the machine of the service.',
      'NFS: root is squashed to `nobody`; NFSv4 with different id mapping domains makes everybody `nobody`.',
      "`spoof` without an entry in the service's table of who may act for whom.",
    ],
    remedies: [
      'On the runner: `id -un`, then `touch` a file in staging and look at it **on the machine of the service** with `stat -c "%U %u"`. That name is who you are.',
      '`gobbler permissions PROJECT` shows who may do what; the message names the owners, who can change it.',
      "Run the job outside of the container, or in it as the user id of the account (`--user` of the container's options).",
      'If staging shows `nobody`: publish as an ordinary user, or have the export and the id mapping corrected.',
    ],
  },
  'not-on-probation': {
    means: 'The version is not on probation, so there is nothing to decide.',
    causes: [
      'It was approved already, by somebody else or by an earlier run. (`approve` takes that for success; `reject` cannot.)',
      'It was never put on probation: its uploader is trusted, and did not ask for it.',
    ],
    remedies: [
      '`gobbler status PROJECT/ASSET/VERSION` says how it stands.',
      'An approved version is permanent. If it has to go all the same, an administrator can remove it.',
    ],
  },
  'on-probation': {
    means: 'The version is on probation, or would be, where that was not wanted.',
    causes: [
      "The runner's user is an uploader, but not a trusted one, and `if-probational` is `error`.",
      '`fetch` of a version that nobody has approved yet.',
    ],
    remedies: [
      'Have an owner approve it, and wait for that with `await-approval`.',
      'Uploads: set `probation: true` if that is the plan, or ask an owner to make the user a trusted uploader.',
      '`fetch`: set `allow-probational: true`, knowing that it may be rejected, and vanish.',
    ],
  },
  'content-differs': {
    means:
      'Two contents that should be the same are not. After an upload, the version may be there: see the output `created`.',
    causes: [
      'The directory was written to while it was uploaded.',
      'The version was rejected and uploaded anew since `manifest-digest` was taken: what was looked at is not there any more.',
      '`verify`, or `fetch` with `verify`: a file in the registry or in the directory has other bytes than the manifest says.',
      'Somebody else has published under that name just when the answer to our own upload was lost.',
      'With `checksums-file`: a file has other bytes than its sha256 says, perhaps because the service took a file of the same size and MD5 for it.',
      'A file came over HTTP with another size or checksum: replaced meanwhile, or changed by a proxy.',
    ],
    remedies: [
      'Find out what writes to the directory, publish again under another name, and have the wrong version removed.',
      'Pinned: look at the new content, and approve that, with its own digest.',
      'Two files of one size and MD5 are no accident: find out where they come from. An asset that has neither takes one of them.',
      'A registry that differs from its manifest is damaged: tell its administrator, with the paths in the message.',
    ],
  },
  'conflicting-change': {
    means: 'Permissions were set, and somebody else removed the change again, several times within seconds.',
    causes: [
      'Two workflows, or a workflow and a person, set the permissions of the same project or asset at the same time: the service replaces whole lists.',
      'Two steps with `mode: replace` that want different lists.',
    ],
    remedies: [
      'Run the step again once the other one has ended.',
      'Let one workflow set the permissions of a project, with a `concurrency` group of its own.',
    ],
  },
  'service-unreachable': {
    means: 'Nobody answers at `url`, or a proxy says that the service behind it is down.',
    causes: [
      'The service is not running, or on another port. It may have moved with its node.',
      'A firewall: compute nodes often reach less than login nodes. The message then speaks of a time-out, after three attempts of 10 s.',
      'The name of the host is not known on this node (`ENOTFOUND`, `EAI_AGAIN`).',
      '`https://` in front of a service that only speaks `http://`, or a certificate from an authority that Node does not know.',
      'The runner reaches everything else through a proxy only: `HTTP_PROXY` and the like are not looked at here, the connection is direct.',
      '`start`: the port is taken, or the service ended at once; the message has the end of its log.',
    ],
    remedies: [
      'On the very node of the runner: `curl -v "$GOBBLER_URL/info"`. It should answer with JSON that names `registry` and `staging`.',
      'For a certificate of your site, set `NODE_EXTRA_CA_CERTS` to its file.',
      'Nothing was sent: run it again once `curl` succeeds.',
    ],
  },
  'service-misconfigured': {
    means: 'Something answers at `url`, but not as a Gobbler does.',
    causes: [
      'The path prefix is missing, or one too many: behind a proxy the address is often like `https://host/gobbler`.',
      'A redirect, to `https` or to a login page. Redirects are not followed, since they turn a request into a look.',
      'Another program has the port; or another Gobbler, since the staging directory is not the one it was.',
      'The service was started on relative paths for its registry or staging.',
    ],
    remedies: [
      '`curl -i "$GOBBLER_URL/info"` should answer with status 200, at once and without `Location`. Give the address that does.',
      'Log in at the proxy for nobody: exempt the service from it. Its safety is the owner of a file, not a password.',
    ],
  },
  'staging-unavailable': {
    means: 'The staging directory cannot be used from here, or the service does not see in it what we write.',
    causes: [
      'It is not mounted on this node, or not in the container of the job.',
      'It is mounted under another path here than on the machine of the service.',
      'Read-only mount; no right to write for this user; a path component that cannot be entered.',
      'Full, or out of quota, of bytes or of files (`ENOSPC`, `EDQUOT`): Lustre and GPFS count files, too.',
      '"The service does not see our file": not the same directory after all, or a network filesystem on the service\'s side that caches what is *not* there for longer than the half minute for which we ask again.',
      'The mount went away in the middle (`ESTALE`, `EIO`, `ENOTCONN`).',
    ],
    remedies: [
      '`gobbler status` prints the path that the service uses. On the runner: `ls -ld` it, `touch` a file there, `df -h` and `df -i`, `quota -s` or `lfs quota -h`.',
      'Mounted elsewhere: set `staging` to where this runner sees it. In a container: add it to the `volumes`.',
      'Look for the touched file on the machine of the service. If it takes long to appear on NFS, have staging mounted there with `lookupcache=positive`, or a small `acdirmax`.',
      'Full: what is called `gobbler-action-…` and is yours is left from killed runs; the next run removes what is a day old.',
    ],
  },
  'registry-unavailable': {
    means: 'The registry cannot be read from here, or is not the one of this service.',
    causes: [
      '`registry` names a directory that is not there, the empty mount point of one that is not mounted, or the registry of another service.',
      'A read failed: `ESTALE` after a failover of the NFS server, `EACCES` for a directory that is not open to everybody, `EIO`.',
      '`fetch` with `remote: never`, `verify` or a clone where the registry is not visible.',
      '`await-approval`: the service does not find the whole project any more. Its own mount may be gone.',
    ],
    remedies: [
      'Leave `registry` out: then the path that the service says is tried, and all is read over HTTP where it is not visible. `remote: auto` does that for `fetch`.',
      '`ls` a project in it on the runner. With `ESTALE`, have it mounted anew.',
      'In a container: add the registry to the `volumes`, under the same path.',
    ],
  },
  'destination-unavailable': {
    means:
      'A file could not be written on this machine: fetched files, the cache, `checksums-file`, the outputs of the step, or a directory of `start`.',
    causes: [
      'No right to write there, or a file where a directory should be.',
      "The disk is full, or the quota is used up. The cache lies in the runner's tool cache, or in `~/.cache/gobbler-action`: home directories have small quotas.",
    ],
    remedies: [
      'Check the path in the message with `ls -ld`, `df -h` and `quota -s`.',
      'The cache is never emptied by itself: remove it when you like. `XDG_CACHE_HOME` moves it, outside of workflows.',
      'Nothing was published or changed: what could not be written later is only a warning.',
    ],
  },
  'request-refused': {
    means: 'The service has read the request, and takes it for malformed.',
    causes: [
      'The service is older or newer than what we speak, and does not know the request, or one of its fields.',
      'The request file has a second name, since somebody, or a backup that works with hard links, has made one: the service wants a plain file with one name.',
      'Permissions that the service does not take.',
    ],
    remedies: [
      "The reason in the message is the service's own words: do what it names.",
      'If it says nothing that you can change, send it to the administrator of the service with its version, and report it to us.',
    ],
  },
  'request-expired': {
    means: 'The service takes our request for older than a minute, so the clocks differ.',
    causes: [
      "The clock of the runner, of the file server, or of the service is off. Which of them dates a file depends on the filesystem: usually the server's on NFS, the client's on Lustre and GPFS.",
      'A virtual machine that was suspended, or a node whose time daemon has died.',
    ],
    remedies: [
      'The message says by how many seconds. On the runner: `touch` a file in staging, then compare `stat -c %y` of it, `date -u`, and `curl -si "$GOBBLER_URL/info" | grep -i ^date`.',
      'Correct the one that is off: `chronyc tracking` or `timedatectl` on that machine.',
    ],
  },
  'lock-timeout': {
    means: 'Other requests held the lock of the asset or project for longer than `lock-wait-minutes`.',
    causes: [
      'Another upload to the same asset is running, and is large.',
      'An administrator creates or removes projects, or reroutes links, which locks the whole registry.',
      'A second service runs on the same registry and holds its lock.',
    ],
    remedies: [
      'Nothing was published, and nothing is left in staging: run it again later, or give `lock-wait-minutes` more.',
      'Keep jobs of one asset apart: `concurrency: { group: my-asset }` in the workflow.',
      'If nobody is working, the administrator should look at the service: a lock goes away with the process that holds it.',
    ],
  },
  'connection-lost': {
    means:
      'The request was sent, but no answer came back. The message says how it ended, as far as the registry tells.',
    causes: [
      'A proxy gave up waiting (502, 503, 504), after a minute as most do. The answer to an upload comes when all of it is done, which may be hours.',
      'The service was restarted, or its node went down.',
      'A firewall or a NAT gateway forgot the connection.',
    ],
    remedies: [
      '"Nothing of it was published": run it again.',
      '"Whether it was published is unknown": `gobbler status PROJECT/ASSET/VERSION`. If it is complete, run it again all the same: the same content is success. If it stays unfinished, an administrator has to remove it, as for [`already-exists`](#already-exists).',
      'Reach the service without the proxy, or let the proxy wait without limit (`proxy_read_timeout` of nginx, `timeout server` of HAProxy).',
    ],
  },
  'service-failed': {
    means:
      'The service said that it failed, or answered a look with an error. The reason in the message is its own.',
    causes: [
      'About paths, links or targets: something in the uploaded directory that it does not take, which we could not foresee.',
      '"Permission denied": it cannot read what lies in staging (an ACL, a squashed root), or cannot write its registry.',
      'No space left, or quota, in the registry.',
      'Records in the registry that are damaged, or a registry that is not mounted on the machine of the service.',
    ],
    remedies: [
      'The service undoes what it began, and staging is clean. Once the reason is gone, run it again.',
      'The administrator finds the same moment in the log of the service.',
      'For "permission denied" in staging: can the account of the service read a file that you put there? Look for default ACLs with `getfacl`.',
    ],
  },
  'corrupt-record': {
    means:
      'A record of the registry (a summary, a manifest, permissions) is not what it has to be, or lists paths that may not be there.',
    causes: [
      'A crash of the service or of its filesystem in the middle of writing; a full disk; an edit by hand.',
      'A proxy that answers 200 with a page of its own: then every record looks damaged.',
    ],
    remedies: [
      '`curl -i` the address in the message, or look at the file that it names. If it is a page of a proxy, correct `url`.',
      'An administrator repairs it: `reindexVersion` of the [library](client.md) writes the manifest anew, `validateVersion` proves it, and a restore from a backup brings the rest.',
      'A version on probation with a damaged manifest can be rejected with `force`.',
    ],
  },
  'timed-out': {
    means:
      'The time that the step was given is over. What was begun has been undone; the output `created` says if a version was finished.',
    causes: [
      "`timeout-minutes` of the step's inputs (not the keyword of that name, with which the runner cancels).",
      '`await-approval`: nobody has decided in time.',
      'A disk or a service that was slower than usual; the stages in the log say which.',
    ],
    remedies: [
      'Give it more, and the job as well: its own limit is 360 minutes unless it says otherwise.',
      'Run it again, under the same name: if the version was finished after all, the same content is success.',
      '`await-approval`: the message names who can decide. With `mode: check` no runner is held meanwhile.',
    ],
  },
  cancelled: {
    means:
      'Somebody, or something, stopped the step with a signal: INT, TERM, HUP, QUIT, XCPU, USR1, USR2, ALRM or VTALRM. What was begun has been undone; the output `created` says if a version was finished. 130 is for Ctrl-C, and 128 + N for signal N.',
    causes: [
      'The workflow was cancelled, or superseded under `concurrency` with `cancel-in-progress`.',
      'The job ran into its `timeout-minutes`: 360 if it does not say otherwise.',
      'The batch system stopped or pre-empted the runner (`scancel`, a time limit, `SIGTERM` before a drain).',
      'Ctrl-C at a shell.',
      'The terminal was closed (HUP). `nohup` does not help, since Node takes back that it is ignored.',
    ],
    remedies: [
      'Run it again, under the same name.',
      'To leave a terminal while it runs: `setsid gobbler upload … > log 2>&1 < /dev/null &`, in place of `nohup`. No signal of the terminal reaches it then.',
      'If the machine was gone before it could clean up: the next run of the same user sweeps staging, once that is a day old.',
    ],
  },
};
