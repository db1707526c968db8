import { Download } from "@carbon/icons-react";
import { type ReactNode, useId } from "react";
import { type Asked, csvAddress, type ReportTable } from "../api/reports";
import { useI18n } from "../i18n/i18n";

type SectionProps = { title: string; asked: Asked; table?: ReportTable; detail?: string; children: ReactNode };

/** A part of the report under its heading, with its table for a spreadsheet. */
export function Section({ title, asked, table, detail, children }: SectionProps) {
  const { t } = useI18n();
  const id = useId();
  return (
    <section className="reports__section" aria-labelledby={id}>
      <header className="reports__head">
        <div>
          <h2 id={id} className="reports__heading">
            {title}
          </h2>
          {detail && <p className="reports__explained">{detail}</p>}
        </div>
        {table && (
          <a
            className="reports__csv"
            href={csvAddress(asked, table)}
            download
            aria-label={t("reports.csvOf", { title })}
            data-testid={`csv-${table}`}
          >
            <Download size={16} />
            CSV
          </a>
        )}
      </header>
      {children}
    </section>
  );
}
