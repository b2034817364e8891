import type { Scenario, Step } from './scenario.ts';

/** All who act in the records. `daemon` administers the service, and `bin` owns projects. */
const ANYBODY = /^(?:daemon|bin|sys|games|man|nobody)$/;
const ANYBODY_IN_TEXT = /"(?:daemon|bin|sys|games|man|nobody)"/g;

/** In the recorded answer: somebody may not do a thing, or is not trusted. */
const LESSER_RIGHTS = /"reply":(?:\{"status":)?403\b|"on_probation":true/;

/** Here the administrator does what the owner is refused. */
const OWNER_IS_REFUSED = 'owner-can-leave';

/** Whether a scenario shows that somebody who is neither administrator nor owner may do less. */
export function needsSeveralUsers(name: string, scenario: Scenario): boolean {
  const steps = JSON.stringify(scenario.steps);
  const actors = [...steps.matchAll(/"(?:owner|user)":"([^"]*)"/g)].map(([, actor = '']) => actor);
  const others = actors.filter((actor) => !['self', 'daemon', 'bin'].includes(actor));
  return (others.length > 0 && LESSER_RIGHTS.test(steps)) || name === OWNER_IS_REFUSED;
}

/** The scenario with whoever runs the tests in the place of all who act. */
export function asOneUser(scenario: Scenario): Scenario {
  return {
    ...scenario,
    flags: renamed(scenario.flags, '$SELF'),
    steps: scenario.steps.map((step) => stepOfOne(step)),
  };
}

function stepOfOne<T extends Step>(step: T): T {
  const { expected, ...asked } = step as T & { expected?: unknown };
  // Records name whoever has run the tests `<self>`.
  return {
    ...renamed(asked, '$SELF'),
    ...(expected !== undefined && { expected: renamed(expected, '<self>') }),
  } as T;
}

/** The same with another name in the place of all of theirs: as a value, within raw JSON, and as the owner of a file. */
function renamed<T>(value: T, name: string): T {
  const text = JSON.stringify(value, (key, item: unknown) => {
    if (typeof item !== 'string') return item;
    if (key === 'raw') return item.replaceAll(ANYBODY_IN_TEXT, `"${name}"`);
    if (!ANYBODY.test(item)) return item;
    return key === 'owner' || key === 'user' ? 'self' : name;
  });
  return JSON.parse(text) as T;
}
