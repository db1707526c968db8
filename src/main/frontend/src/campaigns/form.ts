import { createContext, useContext } from "react";
import type { Campaign, CampaignDraft, CampaignOptions } from "../api/campaigns";

export type Form = {
  draft: Campaign;
  options: CampaignOptions | undefined;
  change: (changes: Partial<CampaignDraft>) => void;
  /** What the server found wrong with a field, in words. */
  fault: (field: string) => string | undefined;
};

const Context = createContext<Form | null>(null);
export const FormProvider = Context.Provider;

/** The campaign that is being changed, for the parts of its form. */
export function useForm(): Form {
  const form = useContext(Context);
  if (form === null) throw new Error("Expected a form around this part, but there is none");
  return form;
}
