export const meek = (..._: unknown[]): never => { throw new Error("no meek"); };
export const referenceMeek = meek;
