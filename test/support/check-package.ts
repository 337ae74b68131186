import { packed, root, run } from "./packed.ts";

/** Runs publint and attw on the tarball that npm would publish, not on the folder. */
const { tarball, remove } = packed();
try {
  run("npx", ["publint", "run", tarball, "--strict"], root);
  run("npx", ["attw", tarball, "--profile", "node16", "--no-emoji"], root);
  process.stdout.write("publint and attw: nothing to mend\n");
} finally {
  remove();
}
