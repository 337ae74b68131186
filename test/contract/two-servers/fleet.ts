import { type ChildProcess, fork } from "node:child_process";
import { planOf, type Size } from "./plan.ts";
import type { Assignment, Told } from "./server.ts";

/** What the commands were answered with, by their ids. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** Two servers that are started again when one is killed; each writer goes on after its last answer. */
export function fleet({
  program,
  size,
  place,
}: {
  program: string;
  size: Size;
  place: Pick<Assignment, "schema" | "url" | "application">;
}) {
  const answers = new Map<string, readonly string[]>();
  const from = [0, 1].map(() => Array.from({ length: size.writers }, () => 0));
  const children: (ChildProcess | undefined)[] = [];
  let [kills, isOver, written] = [0, false, 0];
  let done: () => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  const finished = new Promise<void>((resolve, reject) => {
    done = resolve;
    failed = reject;
  });

  function start(server: number) {
    const child = fork(program, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    children[server] = child;
    child.send({ server, from: from[server] ?? [], size, ...place } satisfies Assignment);
    child.on("message", (told: Told | "written") => {
      if (told === "written") {
        written += 1;
        if (written === 2) done();
        return;
      }
      const begun = from[server];
      if (begun) begun[told.writer] = told.at + 1;
      answers.set(told.commandId, told.events);
    });
    child.on("exit", (code, signal) => {
      if (isOver) return;
      if (signal === "SIGKILL") start(server);
      else failed(new Error(`server ${server} ended by itself: ${code ?? signal}`));
    });
  }
  start(0);
  start(1);

  return {
    answers: answers as Answers,
    finished,
    kills: () => kills,
    /** Ends a server in the middle of whatever it does; one that has written all is left alone. */
    kill(server: number) {
      const left = from[server]?.some((at, writer) => at < planOf(server, writer, size).length);
      if (!left || !children[server]?.kill("SIGKILL")) return;
      kills += 1;
    },
    end() {
      isOver = true;
      for (const child of children) child?.kill("SIGKILL");
    },
  };
}
