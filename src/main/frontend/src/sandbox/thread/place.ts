type PlaceForm = { title: string; latitude: string; longitude: string };

/** A number as typed, with a comma or a point; null if it is none, or lies outside. */
function degrees(typed: string, most: number): number | null {
  const value = Number(typed.trim().replace(",", "."));
  return typed.trim() === "" || !(Math.abs(value) <= most) ? null : value;
}

/** The place that was typed, or null while it is none. */
export function placeOf({ title, latitude, longitude }: PlaceForm) {
  const [north, east] = [degrees(latitude, 90), degrees(longitude, 180)];
  if (north === null || east === null) return null;
  return { ...(title.trim() !== "" && { title: title.trim() }), latitude: north, longitude: east };
}
