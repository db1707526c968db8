import { geoGraticule, geoMercator, geoPath } from "d3-geo";
import { useMemo } from "react";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-50m.json";

const WIDTH = 320;
const HEIGHT = 180;
/** Pixels per radian: some hundred kilometres around, as far as the outlines are true. */
const SCALE = 3_600;

const world = atlas as unknown as Topology<{ land: GeometryCollection; countries: GeometryCollection }>;
const land = feature(world, world.objects.land);
const degrees = geoGraticule().step([1, 1])();
const borders = mesh(world, world.objects.countries, (a, b) => a !== b);

/** Where a place lies, drawn from Natural Earth's outlines: no map server learns of it. */
export default function PlaceMap({
  latitude,
  longitude,
  label,
}: {
  latitude: number;
  longitude: number;
  label: string;
}) {
  const { ground, lines, grid } = useMemo(() => {
    const projection = geoMercator()
      .center([longitude, Math.max(-80, Math.min(80, latitude))])
      .scale(SCALE)
      .translate([WIDTH / 2, HEIGHT / 2])
      .clipExtent([
        [-4, -4],
        [WIDTH + 4, HEIGHT + 4],
      ]);
    const path = geoPath(projection);
    return { ground: path(land) ?? "", lines: path(borders) ?? "", grid: path(degrees) ?? "" };
  }, [latitude, longitude]);

  return (
    <svg className="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path className="map__land" d={ground} />
      <path className="map__grid" d={grid} />
      <path className="map__borders" d={lines} />
      <g transform={`translate(${WIDTH / 2} ${HEIGHT / 2})`}>
        <ellipse className="map__shade" rx="5" ry="2" />
        <path className="map__pin" d="M0 0C-2-7-9-10-9-18a9 9 0 0 1 18 0c0 8-7 11-9 18Z" />
        <circle className="map__hole" cy="-18" r="3.25" />
      </g>
    </svg>
  );
}
