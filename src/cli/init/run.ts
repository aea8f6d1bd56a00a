import { at, PortkeepError } from "../../errors.ts";
import { checkSiteId, type Site } from "../../fleet/site.ts";
import type { Defaults } from "../../fleet/site-choice.ts";
import { builtInTable, withOwnTable } from "../../table/table.ts";
import type { Session } from "../io.ts";
import { printable } from "../text/words.ts";
import { type Added, addSites, checkColumns } from "./add-sites.ts";
import { tidySite } from "./answers.ts";
import { Dialogue } from "./dialogue.ts";
import { keysOf, type OpenList, openList } from "./open-list.ts";
import { askSite, type Given, judgeSite } from "./site.ts";

interface Request {
  /** The list's file. */
  output: string;
  given: Given;
  defaults: Defaults;
}

/**
 * Writes sites to a list: the one that options tell, or those that somebody is asked for. Throws `answers-needed`
 * where nobody is there, `answers-ended`, what is wrong with the options' site, and what writing throws.
 */
export async function runInit(request: Request, session: Session): Promise<Added> {
  const { output, given, defaults } = request;
  const { site, ...choice } = given;
  if (site !== undefined) at({ option: "--site" }, () => checkSiteId(site));
  if (site !== undefined && (choice.products || choice.ports)) {
    const whole = tidySite({ site, ...choice });
    judgeSite(whole, defaults);
    return addSites(output, [whole], session.io);
  }
  const conversation = await session.io.converse?.();
  if (!conversation) throw new PortkeepError("answers-needed", {});
  try {
    return await talk(request, new Dialogue(conversation, session), session);
  } finally {
    conversation.close();
  }
}

async function talk(request: Request, dialogue: Dialogue, session: Session): Promise<Added> {
  const { io, reports } = session;
  dialogue.tell(reports.init.about);
  const choose = (file: string) => chooseList(file, request.given, dialogue, session);
  let list = await choose(request.output);
  const sites = await askSites(list, request, dialogue, session.reports);
  for (;;) {
    try {
      return await addSites(list.file, sites, io);
    } catch (error) {
      // A spreadsheet may hold the file open, and answers are not to be lost for that.
      await dialogue.refuse(error);
      list = await choose(await dialogue.ask(reports.init.otherFile, (answer) => answer));
    }
  }
}

/** Gives a list that is new, or to which sites can and may be added; asks for another one until it is. */
async function chooseList(
  output: string,
  given: Given,
  dialogue: Dialogue,
  { io, reports }: Session,
): Promise<OpenList> {
  for (let file = output; ; file = await dialogue.ask(reports.init.otherFile, (answer) => answer)) {
    try {
      const list = await openList(file, io);
      const hasPorts = keysOf(list).includes("ports");
      checkColumns(list, [{ site: "", ...(!hasPorts && { products: [] }), ...given }]);
      const { bytes, entries } = list;
      if (!bytes) return list;
      if (await dialogue.confirm(reports.init.extend(printable(file), entries.length), true)) return list;
    } catch (error) {
      await dialogue.refuse(error);
    }
  }
}

/** Asks for sites until there is no further one; for one alone where its id is given. */
async function askSites(
  list: OpenList,
  { given, defaults }: Request,
  dialogue: Dialogue,
  texts: Session["reports"],
): Promise<Site[]> {
  const table = withOwnTable(builtInTable, defaults.table);
  const asking = { given, keys: keysOf(list), ids: list.ids, defaults, table, dialogue, texts };
  const sites: Site[] = [];
  for (;;) {
    const site = await askSite(asking, sites.length > 0);
    if (site) sites.push(site);
    if (!site || given.site !== undefined) return sites;
  }
}
