/** What is asked of a reference: how many runs, the first seed, further words, and where its lines are told. */
export type Asked = { count: number; first: number; words: readonly string[]; tell(line: string): void };
