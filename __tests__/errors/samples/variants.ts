/**
 * Facts for every member of a union that is the fact `name`, from the other facts by member. A member without facts does not
 * compile.
 */
export function variants<F extends object, K extends keyof F>(
  name: K,
  others: { readonly [M in F[K] & string]: Omit<F, K> },
): F[] {
  return Object.entries(others).map(([member, rest]) => ({ ...(rest as object), [name]: member }) as F);
}
