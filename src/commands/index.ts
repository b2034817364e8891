import type { Command } from './kit/index.ts';

/*
 * Every command is loaded when it is asked for: most from a file of the bundle of their own, and what every run of the
 * root action needs (`eager`) from the one that is being read anyway.
 */

type Loaders = Readonly<Record<string, () => Promise<Command>>>;

/** The commands that are actions, too, by the name of the action. */
export const actions = {
  upload: async () => (await import(/* webpackMode: "eager" */ './upload/upload.ts')).upload,
  stage: async () => (await import(/* webpackChunkName: "commands" */ './parts/stage.ts')).stage,
  submit: async () => (await import(/* webpackChunkName: "commands" */ './parts/submit.ts')).submit,
  'await-approval': async () =>
    (await import(/* webpackChunkName: "commands" */ './approval/await-approval.ts')).awaitApproval,
  approve: async () => (await import(/* webpackChunkName: "commands" */ './approval/approve.ts')).approve,
  reject: async () => (await import(/* webpackChunkName: "commands" */ './approval/reject.ts')).reject,
  fetch: async () => (await import(/* webpackChunkName: "commands" */ './fetch/fetch.ts')).fetch,
  'create-project': async () =>
    (await import(/* webpackChunkName: "commands" */ './admin/create-project.ts')).createProject,
  'set-permissions': async () =>
    (await import(/* webpackChunkName: "commands" */ './admin/set-permissions.ts')).setPermissions,
} satisfies Loaders;

/** The commands that only a shell has. */
export const shellCommands = {
  status: async () => (await import(/* webpackChunkName: "commands" */ './inspect/status.ts')).status,
  doctor: async () => (await import(/* webpackChunkName: "commands" */ './doctor/doctor.ts')).doctor,
  list: async () => (await import(/* webpackChunkName: "commands" */ './inspect/list.ts')).list,
  pending: async () => (await import(/* webpackChunkName: "commands" */ './inspect/pending.ts')).pending,
  usage: async () => (await import(/* webpackChunkName: "commands" */ './inspect/usage.ts')).usage,
  clone: async () => (await import(/* webpackChunkName: "commands" */ './fetch/clone.ts')).clone,
  diff: async () => (await import(/* webpackChunkName: "commands" */ './inspect/diff.ts')).diff,
  verify: async () => (await import(/* webpackChunkName: "commands" */ './inspect/verify.ts')).verify,
  permissions: async () =>
    (await import(/* webpackChunkName: "commands" */ './admin/permissions.ts')).permissions,
  sweep: async () => (await import(/* webpackChunkName: "commands" */ './upload/sweep.ts')).sweep,
  validate: async () => (await import(/* webpackChunkName: "commands" */ './admin/validate.ts')).validate,
  reindex: async () => (await import(/* webpackChunkName: "commands" */ './admin/reindex.ts')).reindex,
  refresh: async () => (await import(/* webpackChunkName: "commands" */ './admin/refresh.ts')).refresh,
  remove: async () => (await import(/* webpackChunkName: "commands" */ './admin/remove.ts')).remove,
} satisfies Loaders;
