import { Close, Document } from "@carbon/icons-react";
import { IconButton } from "@carbon/react";
import { useEffect, useState } from "react";
import { useI18n } from "../../i18n/i18n";

type PendingFilesProps = { files: readonly File[]; onFiles: (files: File[]) => void };

/** The files that go with the next message. */
export function PendingFiles({ files, onFiles }: PendingFilesProps) {
  const { t } = useI18n();
  if (files.length === 0) return null;
  return (
    <ul className="pending" aria-label={t("sandbox.pending")}>
      {files.map((file, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be added twice
        <li key={`${index} ${file.name} ${file.size}`} className="pending__file" data-testid="sandbox-pending">
          <Preview file={file} />
          <span className="pending__name">{file.name}</span>
          <IconButton
            kind="ghost"
            size="xs"
            align="top"
            label={t("sandbox.removeFile", { name: file.name })}
            onClick={() => onFiles(files.filter((_, other) => other !== index))}
          >
            <Close size={16} />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

function Preview({ file }: { file: File }) {
  const [source, setSource] = useState<string | null>(null);
  const picture = file.type.startsWith("image/");
  useEffect(() => {
    if (!picture) return;
    // As data, because the page's policy takes no blob: addresses.
    const reader = new FileReader();
    reader.onload = () => setSource(reader.result as string);
    reader.readAsDataURL(file);
    return () => reader.abort();
  }, [file, picture]);
  return source === null ? <Document size={20} /> : <img className="pending__picture" src={source} alt="" />;
}
