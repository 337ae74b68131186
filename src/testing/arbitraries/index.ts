export { arbitraryOf, hostileNames } from "./arbitrary-of.ts";
