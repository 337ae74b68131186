import { agreeOnChair, awards, changeDays, nameChair } from "./authority.ts";
import { mattersOf, vote } from "./ballots.ts";
import { campaign, pledges } from "./campaigns.ts";
import { conference, courseOf, midterm } from "./conferences.ts";
import { changeBylaws, found } from "./founding.ts";
import { changeMembers, discipline, reinstate } from "./members.ts";
import { type BlocPlan, type Deed, luckOf, type Year } from "./office.ts";
import { scores } from "./scores.ts";
import { weights as usual, type Weights } from "./weights.ts";

export type Plan = { seed: number; blocs: readonly BlocPlan[]; deeds: readonly Deed[] };

/** Which blocs have an office, and for how many years. */
export type Extent = { blocs: readonly string[]; years: number };

/** What two offices do in two years, or more of them in more, each step on its day: all of it by the seed. */
export function planOf(
  seed: number,
  weights: Weights = usual,
  { blocs: names, years }: Extent = { blocs: ["A", "B"], years: 2 },
): Plan {
  const luck = (...about: string[]) => luckOf(seed, weights, about);
  const seats = luck("seats").mixed([1, 2, 3]);
  const blocs = names.map((bloc, at): BlocPlan => {
    const size = 5 + luck("size", bloc).below(3);
    const units = Array.from({ length: size }, (_, n) => `${bloc}${n + 1}`);
    return { bloc, units, seats: seats[at] ?? 1, hasLetter: luck("letter", bloc).has("thirdHonour") };
  });
  const seasons = Array.from({ length: years }, (_, at) => String(2022 + at));
  const deeds: Deed[] = [];
  for (const one of blocs)
    for (const season of seasons) {
      const year = yearOf(one, season, { deeds, luck, seasons });
      if (season === seasons[0]) found(year);
      planYear(year);
    }
  return { seed, blocs, deeds };
}

function yearOf(
  one: BlocPlan,
  season: string,
  {
    deeds,
    luck,
    seasons,
  }: { deeds: Deed[]; luck(...about: string[]): ReturnType<typeof luckOf>; seasons: readonly string[] },
): Year {
  const { bloc, units } = one;
  return {
    ...one,
    season,
    after: String(Number(season) + 1),
    names: [...units, ...seasons.flatMap((one) => freshNames(bloc, one))],
    rotation: `rotation-${bloc}`,
    luck: (...about) => luck(bloc, season, ...about),
    on: (day, hour, lane, act) => deeds.push({ bloc, day, hour, lane: `${bloc}:${lane}`, act }),
  };
}

/** The names of the units that may join in a season; see `changeMembers`. */
function freshNames(bloc: string, season: string): string[] {
  const year = season.slice(2);
  return [`${bloc}3${year}`, `${bloc}5${year}a`, `${bloc}5${year}b`, `${bloc}7${year}`, `${bloc}8${year}`];
}

function planYear(year: Year): void {
  campaign(year);
  pledges(year);
  scores(year);
  changeMembers(year);
  reinstate(year);
  discipline(year);
  changeBylaws(year);
  const course = courseOf(year);
  const matters = mattersOf(year);
  const own = matters.flatMap(({ own: id, name }) => (id === undefined ? [] : [{ id, matter: name }]));
  midterm(year);
  conference(year, course, own);
  for (const matter of matters) vote(year, course, matter);
  nameChair(year);
  agreeOnChair(year);
  changeDays(year);
  awards(year);
}
