import { type StudioKey, useStudio } from "../words";

type LackOf<Key> = Key extends `deploy.missing.${infer Lack}` ? Lack : never;
type Lack = LackOf<StudioKey>;

/** What is not there yet, by its word; what is there is false. */
export const lacks = (all: Partial<Record<Lack, boolean>>): Lack[] =>
  (Object.keys(all) as Lack[]).filter((lack) => all[lack]);

/** Says why the button cannot be pressed yet. */
export function Missing({ what }: { what: readonly Lack[] }) {
  const { w, formats } = useStudio();
  const list = new Intl.ListFormat(formats.locale, { type: "conjunction" });
  return (
    <p className="deploy__missing" role="status" data-testid="deploy-missing">
      {what.length > 0 && w("deploy.missing", { what: list.format(what.map((lack) => w(`deploy.missing.${lack}`))) })}
    </p>
  );
}
