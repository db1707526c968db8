import { Launch, LocationFilled } from "@carbon/icons-react";
import { lazy, Suspense } from "react";
import type { Attachment } from "../../api/types";
import { useI18n } from "../../i18n/i18n";

const PlaceMap = lazy(() => import("./PlaceMap"));
const ZOOM = 15;

/** A place the customer sent: a map, its coordinates, and a way to a detailed map. */
export function Place({ attachment }: { attachment: Attachment }) {
  const { t, formats } = useI18n();
  const { latitude, longitude, title } = attachment;
  if (latitude === null || longitude === null) {
    return (
      <span className="place place--unknown">
        <LocationFilled size={20} />
        {title ?? t("kind.LOCATION")}
      </span>
    );
  }
  const place = formats.coordinates(latitude, longitude);
  const address = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=${ZOOM}/${latitude}/${longitude}`;
  return (
    <span className="place" data-testid="place-map">
      <Suspense fallback={<span className="map map--awaited" />}>
        <PlaceMap latitude={latitude} longitude={longitude} label={t("content.map", { place })} />
      </Suspense>
      <span className="place__foot">
        {title !== null && <strong className="place__title">{title}</strong>}
        <span className="place__where">{place}</span>
        <a className="link" href={address} target="_blank" rel="noopener noreferrer">
          {t("content.openMap")}
          <Launch size={14} />
        </a>
      </span>
    </span>
  );
}
