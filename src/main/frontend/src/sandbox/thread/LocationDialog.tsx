import { Modal, Select, SelectItem, TextInput } from "@carbon/react";
import { useId, useState } from "react";
import { useI18n } from "../../i18n/i18n";
import { placeOf } from "./place";
import { PLACES } from "./samples";
import type { ThreadActs } from "./useThreadActs";

const FIRST = PLACES[0];

/** Where the customer says where they are. */
export function LocationDialog({ acts, onClose }: { acts: ThreadActs; onClose: () => void }) {
  const { t } = useI18n();
  const id = useId();
  const [form, setForm] = useState({
    title: FIRST.title as string,
    latitude: String(FIRST.latitude),
    longitude: String(FIRST.longitude),
  });
  const set = (change: Partial<typeof form>) => setForm((before) => ({ ...before, ...change }));
  const place = placeOf(form);

  function choose(title: string) {
    const chosen = PLACES.find((known) => known.title === title);
    if (chosen === undefined) return;
    setForm({ title, latitude: String(chosen.latitude), longitude: String(chosen.longitude) });
  }

  async function submit() {
    if (place !== null && (await acts.attach({ type: "location", ...place }))) onClose();
  }

  return (
    <Modal
      open
      size="xs"
      modalHeading={t("sandbox.locationTitle")}
      primaryButtonText={t("sandbox.send")}
      primaryButtonDisabled={place === null}
      secondaryButtonText={t("sandbox.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => void submit()}
      data-testid="sandbox-location-dialog"
    >
      <div className="fields">
        <Select
          id={`${id}-place`}
          labelText={t("sandbox.place")}
          value={PLACES.some(({ title }) => title === form.title) ? form.title : ""}
          onChange={(event) => choose(event.target.value)}
        >
          <SelectItem value="" text={t("sandbox.placeOther")} />
          {PLACES.map(({ title }) => (
            <SelectItem key={title} value={title} text={title} />
          ))}
        </Select>
        <TextInput
          id={`${id}-title`}
          labelText={t("sandbox.placeName")}
          value={form.title}
          onChange={(event) => set({ title: event.target.value })}
        />
        <div className="fields__pair">
          <TextInput
            id={`${id}-latitude`}
            labelText={t("sandbox.latitude")}
            inputMode="decimal"
            value={form.latitude}
            onChange={(event) => set({ latitude: event.target.value })}
          />
          <TextInput
            id={`${id}-longitude`}
            labelText={t("sandbox.longitude")}
            inputMode="decimal"
            value={form.longitude}
            onChange={(event) => set({ longitude: event.target.value })}
          />
        </div>
      </div>
    </Modal>
  );
}
