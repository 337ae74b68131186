import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Runs a program and prints nothing. When it fails, the error holds everything that it printed. */
export function run(program: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(program, args, { cwd, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(" ")}\n${stdout}${stderr}`, { cause: error });
  }
}

/** A new folder with the package in it, packed as npm would publish it. */
export function packed(): { folder: string; tarball: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "thidua-"));
  const printed = run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root);
  const [{ filename }] = JSON.parse(printed) as [{ filename: string }];
  return {
    folder,
    tarball: join(folder, filename),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
