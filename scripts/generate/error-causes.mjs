/**
 * The texts of docs/troubleshooting.md for each code: true causes, from the places where it is thrown, and remedies. A code
 * without a text does not compile.
 *
 * @typedef {object} Text
 * @property {string} means One sentence.
 * @property {readonly string[]} causes The likeliest first.
 * @property {readonly string[]} remedies In the order in which to try them.
 */

/** @type {Record<import('../../src/errors/index.ts').ErrorCode, Text>} */
export const ERROR_CAUSES = {
  'invalid-input': {
    means: 'The step or the command has invalid inputs. Nothing was published or changed.',
    causes: [
      'A value outside those that the message lists; an empty required input, often because an expression like `steps.x.outputs.y` was empty.',
      '`url` without `http://` or `https://`, with a query, or with a password in it.',
      '`files` with an absolute path, with `..`, or with a pattern that continues below a file.',
      'Two inputs that exclude each other, such as `consume` with `symlinks: dereference`, or a `destination` inside the fetched version.',
      'By hand: `GITHUB_OUTPUT` or `GITHUB_STATE` names a file that cannot be written.',
    ],
    remedies: [
      'One report lists all wrong inputs, each with the expected values: correct them together.',
      'If an expression was empty, check the step that should have set it, and its `id`.',
    ],
  },
  'invalid-name': {
    means: 'A Gobbler does not accept the name of a project, asset or version.',
    causes: [
      'A slash in it, typically a branch: `github.ref_name` is like `feature/x` there.',
      'It begins with two dots, is a single dot, is empty, has a backslash, or is longer than 255 bytes.',
    ],
    remedies: [
      'Use only safe characters: letters, digits, dots, dashes and underscores, as in `github.run_number`.',
    ],
  },
  'invalid-source': {
    means: 'Something in the directory cannot be published, or changed meanwhile. Nothing was published.',
    causes: [
      'The directory is missing or empty: an earlier step wrote elsewhere, or to the disk of another node.',
      'Files of another user, or of root, often left by containers: the runner cannot read them.',
      'Links to directories, to the outside, or to nothing. Conda environments and `latest` links are the usual ones.',
      'A FIFO or a socket, a name that begins with two dots, a name that is not UTF-8, a path that is too long below staging or the registry.',
      'A job that still writes there: "changed while it was being staged", "can no longer be read".',
    ],
    remedies: [
      'Each kind of finding has its own hint, below; one report lists all findings.',
      'Exclude what should not be published with `files`, such as `!**/env/**`.',
      'Wait for the jobs that write there: `sbatch --wait`, not `sbatch`.',
      'On a network filesystem, list the directory on the runner itself: another node may not have flushed its writes yet.',
    ],
  },
  'not-found': {
    means: 'The service does not find the named item in the registry.',
    causes: [
      'A wrong name: names are case-sensitive.',
      'The project has not been created. Uploads create assets, never projects.',
      'The version was rejected, or its probation expired. The service does not distinguish the two.',
      'Its upload has not finished, or has crashed.',
      'The asset has no approved version, so there is no latest one; or `files` of `fetch` selects nothing.',
      '`url` is a different service from the intended one, such as that of the test cluster.',
    ],
    remedies: [
      "`gobbler list`, `gobbler list PROJECT`, `gobbler list PROJECT/ASSET` show the registry's content; `gobbler status` shows which registry that service has.",
      'Ask an administrator of the service to create the project.',
      'For `await-approval`: ask the owners what they found, correct it, and publish again.',
    ],
  },
  'already-exists': {
    means: 'The name is taken, with different content. Versions are permanent, so nothing was changed.',
    causes: [
      'The same version name was published with other content: a re-run of a job whose results are not reproducible to the byte, such as files that contain timestamps.',
      'Somebody else has used the name.',
      '"Unfinished": an upload is running, or the service crashed during one and left its directory behind.',
      '`create-project` with `if-exists: error`, or the leftovers of a failed creation.',
      '`fetch`: `destination` has other files, which are never overwritten.',
    ],
    remedies: [
      'Publish under another version name; with `github.run_attempt` in it, re-runs differ.',
      'With `if-exists: verify` the message names paths that differ; `gobbler verify PROJECT/ASSET/VERSION DIRECTORY` lists them at any time.',
      'If any content will do, set `if-exists: skip`.',
      'Unfinished: if nobody is uploading, have an administrator remove it with `gobbler remove PROJECT/ASSET/VERSION --yes --force`.',
      '`fetch`: empty `destination`, or choose another one.',
    ],
  },
  'not-authorized': {
    means: 'The service has identified the requester, rightly or not, and this user may not do this.',
    causes: [
      'The user the runner runs as is not an uploader (to upload) or owner (to approve, reject, set permissions) of the project. That user counts, not the person who started the workflow.',
      'An uploader entry that is for another asset or version, or has expired; the first matching entry decides.',
      'Only administrators create and remove projects.',
      'A container: root in it, or a user id that has another name, or none, on the machine of the service.',
      'NFS: root is squashed to `nobody`; NFSv4 with different id mapping domains makes everybody `nobody`.',
      "`spoof` without an entry in the service's spoof table.",
      '`approve` with `require-other-approver`, by the account that has uploaded the version.',
    ],
    remedies: [
      'On the runner: `id -un`, then `touch` a file in staging and check it **on the machine of the service** with `stat -c "%U %u"`. The service identifies you by that name.',
      '`gobbler permissions PROJECT` shows who may do what; the message names the owners, who can change it.',
      "Run the job outside the container, or inside as the user id of the account (`--user` of the container's options).",
      'If staging shows `nobody`: publish as an ordinary user, or have the export and the id mapping corrected.',
    ],
  },
  'not-on-probation': {
    means: 'The version is not on probation, so there is nothing to decide.',
    causes: [
      'It was approved already, by somebody else or by an earlier run. (`approve` counts that as success; `reject` cannot.)',
      'It was never put on probation: its uploader is trusted, and did not request it.',
    ],
    remedies: [
      'Check it with `gobbler status PROJECT/ASSET/VERSION`.',
      'An approved version is permanent. If it must go all the same, an administrator can remove it.',
    ],
  },
  'on-probation': {
    means: 'The version is on probation, or would be, against the settings of the step.',
    causes: [
      "The runner's user is an uploader, but not a trusted one, and `if-probational` is `error`.",
      '`fetch` of a version that is not approved yet.',
    ],
    remedies: [
      'Have an owner approve it, and wait for that with `await-approval`.',
      'Uploads: set `probation: true` if that is intended, or ask an owner to make the user a trusted uploader.',
      '`fetch`: set `allow-probational: true`, but the version may still be rejected and removed.',
    ],
  },
  'content-differs': {
    means:
      'Two contents that should be the same differ. After an upload, the version may exist: see the output `created`.',
    causes: [
      'Something wrote to the directory during the upload.',
      'The version was rejected and uploaded again since `manifest-digest` was taken: the reviewed content no longer exists.',
      '`verify`, or `fetch` with `verify`: a file in the registry or in the directory has other bytes than the manifest says.',
      'Somebody else published under that name just when the answer to this upload was lost.',
      'With `checksums-file`: a file has other bytes than its sha256 says, perhaps because the service took a file of the same size and MD5 for it.',
      'A file fetched over HTTP has another size or checksum: replaced meanwhile, or changed by a proxy.',
    ],
    remedies: [
      'Find out what writes to the directory, publish again under another name, and have the wrong version removed.',
      'Pinned: review the new content, and approve that, with its own digest.',
      'Two different files with the same size and MD5 are no accident: find out where they come from. An asset that contains neither accepts either one.',
      'A registry that differs from its manifest is damaged: report it to its administrator, with the paths in the message.',
    ],
  },
  'conflicting-change': {
    means: 'Somebody else undid a change of permissions, several times within seconds.',
    causes: [
      'Two workflows, or a workflow and a person, set the permissions of the same project or asset at the same time: the service replaces whole lists.',
      'Two steps with `mode: replace` that want different lists.',
    ],
    remedies: [
      'Run the step again once the other one has ended.',
      'Let one workflow set the permissions of a project, with its own `concurrency` group.',
    ],
  },
  'incomplete-upload': {
    means:
      'Parts of a multipart upload are missing or unfinished, so `submit` has published nothing. The upload stays open.',
    causes: [
      'A job that stages a part has failed, was killed, or has not begun yet.',
      '`parts` lists a name that no job stages.',
      'No part was staged: `stage` got another `upload-id`, or only started the upload.',
    ],
    remedies: [
      'Run the jobs of the missing parts again, then `submit` with the same `upload-id`. The message lists the parts that are there.',
      'Without `parts`, every part that was begun must be complete. To leave out one that was killed, list the required ones.',
      'In a script, exit code 5 means that another try may succeed, unlike 2 for wrong usage.',
    ],
  },
  'service-unreachable': {
    means: 'Nothing answers at `url`, or a proxy reports that the service behind it is down.',
    causes: [
      'The service is not running, or on another port. It may have moved with its node.',
      'A firewall: compute nodes often reach less than login nodes. The message then reports a timeout, after three attempts of 10 s.',
      'This node cannot resolve the host name (`ENOTFOUND`, `EAI_AGAIN`).',
      '`https://` in front of a service that only speaks `http://`, or a certificate from an authority that Node does not know.',
      'The runner reaches other hosts only through a proxy: the client ignores `HTTP_PROXY` and the like, and connects directly.',
      '`start`: the port is taken, or the service ended at once; the message has the end of its log.',
    ],
    remedies: [
      'On the runner\'s own node: `curl -v "$GOBBLER_URL/info"`. It should answer with JSON that names `registry` and `staging`.',
      'For a certificate of your site, set `NODE_EXTRA_CA_CERTS` to its file.',
      'Nothing was sent: run it again once `curl` succeeds.',
    ],
  },
  'service-misconfigured': {
    means: 'Something answers at `url`, but not like a Gobbler.',
    causes: [
      'The path prefix is missing, or superfluous: behind a proxy the URL is often like `https://host/gobbler`.',
      'A redirect, to `https` or to a login page. The client follows no redirects, since they turn a POST into a GET.',
      'Another program has the port; or another Gobbler, since the staging directory has changed.',
      'The service was started with relative paths for its registry or staging.',
    ],
    remedies: [
      '`curl -i "$GOBBLER_URL/info"` should answer with status 200, at once and without `Location`. Use the URL that does.',
      'Exempt the service from logins at the proxy. It relies on the owner of a file, not on a password.',
    ],
  },
  'staging-unavailable': {
    means: 'This machine cannot use the staging directory, or the service does not see its files there.',
    causes: [
      'It is not mounted on this node, or not in the container of the job.',
      'It is mounted under another path here than on the machine of the service.',
      'Read-only mount; no write permission for this user; a path component that cannot be entered.',
      'Full, or over quota, in bytes or in files (`ENOSPC`, `EDQUOT`): Lustre and GPFS count files, too.',
      '"Check that staging is the staging directory of that service": not the same directory after all, or a network filesystem on the service\'s side that caches the *absence* of a file for longer than the half minute of retries.',
      'The mount went away in the middle (`ESTALE`, `EIO`, `ENOTCONN`).',
    ],
    remedies: [
      '`gobbler status` prints the path that the service uses. On the runner: `ls -ld` it, `touch` a file there, `df -h` and `df -i`, `quota -s` or `lfs quota -h`.',
      'Mounted elsewhere: set `staging` to its path on this runner. In a container: add it to the `volumes`.',
      'Look for the touched file on the machine of the service. If it takes long to appear on NFS, have staging mounted there with `lookupcache=positive`, or a small `acdirmax`.',
      'Full: your files named `gobbler-action-…` are leftovers of killed runs. `gobbler sweep` removes those of this machine at once, and those of other machines once they are a day old.',
    ],
  },
  'registry-unavailable': {
    means: 'This machine cannot read the registry, or it is not the registry of this service.',
    causes: [
      '`registry` names a missing directory, an unmounted mount point, or the registry of another service.',
      'A read failed: `ESTALE` after a failover of the NFS server, `EACCES` for a directory that is not world-readable, `EIO`.',
      '`fetch` with `remote: never`, `verify` or a clone where the registry is not visible.',
      '`await-approval`: the service no longer finds the project. Its own mount may be gone.',
    ],
    remedies: [
      'Omit `registry`: then the client tries the path that the service reports, and reads over HTTP where it is not visible. `remote: auto` does that for `fetch`.',
      '`ls` a project in it on the runner. With `ESTALE`, have it remounted.',
      'In a container: add the registry to the `volumes`, under the same path.',
    ],
  },
  'destination-unavailable': {
    means:
      'This machine could not write a file: fetched files, the cache, `checksums-file`, the outputs of the step, or a directory of `start`.',
    causes: [
      'No write permission there, or a file where a directory should be.',
      "The disk is full, or over quota. The cache is in the runner's tool cache, or in `~/.cache/gobbler-action`: home directories have small quotas.",
    ],
    remedies: [
      'Check the path in the message with `ls -ld`, `df -h` and `quota -s`.',
      'The cache never empties itself: remove it at any time. `XDG_CACHE_HOME` moves it, outside of workflows.',
      'Nothing was published or changed: a later failure to write is only a warning.',
    ],
  },
  'request-refused': {
    means: 'The service has read the request, and considers it malformed.',
    causes: [
      'The service is older or newer than this client, and does not know the request, or one of its fields.',
      'Somebody, or a backup tool, has made a hard link to the request file: the service requires a plain file with one name.',
      'Permissions that the service does not accept.',
    ],
    remedies: [
      "The reason in the message is the service's own: act on it.",
      'If you cannot change the cause, send it to the administrator of the service with its version, and report it to this project.',
    ],
  },
  'request-expired': {
    means: 'Clock skew: the service considers the request older than a minute, so the clocks differ.',
    causes: [
      "The clock of the runner, of the file server, or of the service is off. Which of them dates a file depends on the filesystem: usually the server's on NFS, the client's on Lustre and GPFS.",
      'A virtual machine that was suspended, or a node whose time daemon has died.',
    ],
    remedies: [
      'The message says by how many seconds. On the runner: `touch` a file in staging, then compare `stat -c %y` of it, `date -u`, and `curl -si "$GOBBLER_URL/info" | grep -i ^date`.',
      'Correct the wrong clock: `chronyc tracking` or `timedatectl` on that machine.',
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
      'Nothing was published, and nothing is left in staging: run it again later, or increase `lock-wait-minutes`.',
      'Keep jobs of one asset apart: `concurrency: { group: my-asset }` in the workflow.',
      'If nobody is uploading, the administrator should check the service: a lock ends with the process that holds it.',
    ],
  },
  'connection-lost': {
    means:
      'The request was sent, but no answer came back. The message reports the outcome, as far as the registry shows it.',
    causes: [
      'A proxy timed out (502, 503, 504), usually after a minute. The answer to an upload comes when all of it is done, which may take hours.',
      'The service was restarted, or its node went down.',
      'A firewall or a NAT gateway dropped the connection.',
    ],
    remedies: [
      '"nothing was published": run it again.',
      '"it is unknown whether it was published": `gobbler status PROJECT/ASSET/VERSION`. If it is complete, still run it again: the same content is success. If it stays unfinished, an administrator must remove it, as for [`already-exists`](#already-exists).',
      'Bypass the proxy, or disable its timeout (`proxy_read_timeout` of nginx, `timeout server` of HAProxy).',
    ],
  },
  'service-failed': {
    means:
      'The service reported a failure, or answered a query with an error. The reason in the message is its own.',
    causes: [
      'About paths, links or targets: something in the uploaded directory that it does not accept, and that the checks could not foresee.',
      '"Permission denied": it cannot read the files in staging (an ACL, a squashed root), or cannot write to its registry.',
      'The registry is full, or over quota.',
      'Damaged records in the registry, or a registry that is not mounted on the machine of the service.',
    ],
    remedies: [
      'The service rolls back, and staging is clean. Once the cause is fixed, run it again.',
      'The administrator finds the failure in the log of the service.',
      'For "permission denied" in staging: can the account of the service read a file that you put there? Look for default ACLs with `getfacl`.',
    ],
  },
  'corrupt-record': {
    means:
      'A record of the registry (a summary, a manifest, permissions) is malformed, or lists forbidden paths; or the latest version of an asset is one that was deleted.',
    causes: [
      'A crash of the service or of its filesystem in the middle of writing; a full disk; an edit by hand.',
      'After a deletion with `force`, the deleted version can still be recorded as the latest one, if it or another version of the asset was damaged.',
      'A proxy that answers 200 with its own page: then every record looks damaged.',
    ],
    remedies: [
      '`curl -i` the URL in the message, or inspect the file that it names. If it is a page of a proxy, correct `url`.',
      'An administrator repairs it: `gobbler reindex` rewrites the manifest of a version, `gobbler validate` checks it, `gobbler refresh` finds the latest version of an asset again (if all other versions are in order), and a backup restores the rest.',
      'A version on probation with a damaged manifest can be rejected with `force`.',
    ],
  },
  'timed-out': {
    means:
      'The timeout of the step has expired. Unfinished work has been undone; the output `created` tells whether a version was finished.',
    causes: [
      "`timeout-minutes` of the step's inputs (not the keyword of that name, with which the runner cancels).",
      '`await-approval`: nobody decided in time.',
      'A disk or a service that was slower than usual; the stages in the log show which.',
    ],
    remedies: [
      'Increase it, and the timeout of the job as well: that is 360 minutes by default on GitHub, three hours with the runners of Gitea and Forgejo.',
      'Run it again, under the same name: if the version was finished after all, the same content is success.',
      '`await-approval`: the message names who can decide. With `mode: check` no runner is held meanwhile.',
    ],
  },
  cancelled: {
    means:
      'A signal stopped the step: INT, TERM, HUP, QUIT, XCPU, USR1, USR2, ALRM or VTALRM. Unfinished work has been undone; the output `created` tells whether a version was finished. The exit code is 130 for Ctrl-C, and 128 + N for signal N.',
    causes: [
      'The workflow was cancelled, or superseded under `concurrency` with `cancel-in-progress`.',
      'The job reached its `timeout-minutes`, 360 by default on GitHub, or the limit of its runner, three hours by default with those of Gitea and Forgejo.',
      'The batch system stopped or pre-empted the runner (`scancel`, a time limit, `SIGTERM` before a drain).',
      'The process that started the step has ended, and `SLURM_JOB_ID`, `PBS_JOBID`, `LSB_JOBID` or `CI` tells that a job ran both.',
      'Ctrl-C at a shell.',
      'The terminal was closed (HUP). `nohup` does not help, since Node stops ignoring the signal.',
    ],
    remedies: [
      'Run it again, under the same name.',
      'In a job script, start the last command with `exec`, so that signals of the batch system reach it. To let it outlive the job, start it with `env -u SLURM_JOB_ID -u CI`.',
      'To leave a terminal while it runs: `setsid gobbler upload … > log 2>&1 < /dev/null &`, in place of `nohup`. No signal of the terminal reaches it then.',
      'If the machine was gone before it could clean up, the next run of the same user removes the leftovers: at once on the same machine, and elsewhere once they are a day old.',
    ],
  },
};

/** The titles that people meet most often, each with its usual cause. @type {readonly (readonly [titles: string, usually: string])[]} */
export const FREQUENT = [
  ['Service cannot be reached', '`url` is wrong, the service is down, or a firewall is in between'],
  ['Not a Gobbler', 'something else answers at `url`, such as a proxy, or the path prefix is missing'],
  ['Staging directory', 'the runner does not share the filesystem, or sees it elsewhere (set `staging`)'],
  ['Staging cannot be written', 'the filesystem is full, over quota, or does not answer'],
  ['Registry', '`registry` is not where this runner sees the registry of this service, or it is not mounted'],
  ['Clocks differ', 'the service refuses requests that seem more than a minute old'],
  ['Unknown user', "the runner's user, or that of a container job, has no account on the service's machine"],
  ['Project not found', 'only administrators create projects'],
  ['Not allowed to upload', "an owner of the project must make the runner's user an uploader"],
  ['Version exists, Already exists', 'versions are permanent: publish under another name'],
  [
    'Version is unfinished',
    'an upload is running, or the service crashed during one: an administrator can delete it, with `force`',
  ],
  [
    'Directory not found, No files found',
    'the previous step put its results elsewhere, or `files` selects none',
  ],
  ['Not readable', 'files of another user, or of root, in the directory'],
  [
    'No fixed content',
    'a file of proc, sysfs or the like, or a link to one with `symlinks: dereference`: copy what you need of it',
  ],
  [
    'Dangling link, Link to a directory, Link to the outside',
    'set `symlinks: dereference`, or exclude the link with `files`',
  ],
  ['On probation, Would be on probation', "the runner's user is not a trusted uploader"],
  ['Path in two parts', 'two jobs of a matrix stage the same path: give them different `path`s'],
  [
    'Part is missing, Part is unfinished',
    'a job of the matrix has failed or was killed: re-run it, then `submit`',
  ],
  [
    'Connection lost',
    'the service was restarted, or a proxy timed out; the message says how the upload ended',
  ],
  ['Out of time', "`timeout-minutes` of the step's inputs; not the job's keyword of that name"],
  ['Service failed', "the reason is the service's own, often about what was uploaded"],
];
