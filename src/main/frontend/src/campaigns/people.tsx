import { ArrowUp, TrashCan } from "@carbon/icons-react";
import { IconButton, RadioButton, RadioButtonGroup } from "@carbon/react";
import { type Member, STRATEGIES } from "../api/campaigns";
import { useI18n } from "../i18n/i18n";
import { AddChoice } from "./AddChoice";
import { raised, wordsOf } from "./draft";
import { ChoiceField, NumberField, WordsField } from "./fields";
import { useForm } from "./form";

/** Who answers, and to whom of them a conversation is given. */
export function People() {
  const { t } = useI18n();
  const { draft, change, fault } = useForm();
  const { members } = draft;
  const wrong = fault("members") ?? fault("members.list") ?? fault("members.everyone");
  return (
    <>
      {draft.catchAll ? (
        <p className="panel__help">{t("field.everyoneAll")}</p>
      ) : (
        <RadioButtonGroup
          name="everyone"
          legendText={t("field.who")}
          valueSelected={members.everyone ? "everyone" : "chosen"}
          onChange={(chosen) => change({ members: { ...members, everyone: chosen === "everyone" } })}
        >
          <RadioButton id="everyone" value="everyone" labelText={t("field.everyone")} />
          <RadioButton id="chosen" value="chosen" labelText={t("field.chosen")} />
        </RadioButtonGroup>
      )}
      {wrong !== undefined && (
        <p className="dialog__fault" role="alert">
          {wrong}
        </p>
      )}
      <MemberList />
      <ChoiceField
        field="strategy"
        label="field.strategy"
        value={draft.strategy}
        choices={STRATEGIES}
        words={(strategy) => t(`strategy.${strategy}`)}
        onChange={(strategy) => change({ strategy })}
      />
      <NumberField
        field="maximumPerAgent"
        label="field.maximumPerAgent"
        help="field.maximumPerAgentHelp"
        value={draft.maximumPerAgent}
        max={100}
        onChange={(maximumPerAgent) => change({ maximumPerAgent })}
      />
    </>
  );
}

function MemberList() {
  const { t } = useI18n();
  const { draft, options, change } = useForm();
  const { everyone, list } = draft.members;
  const free = (options?.agents ?? []).filter(({ id }) => list.every(({ user }) => user !== id));
  const put = (members: Member[]) => change({ members: { everyone, list: members } });
  const nameOf = (user: string) => options?.agents.find(({ id }) => id === user)?.name ?? user;
  return (
    <fieldset className="members">
      <legend className={everyone ? "localised__label" : "visually-hidden"}>
        {t(everyone ? "field.membersMore" : "field.members")}
      </legend>
      {everyone && <p className="panel__help">{t("field.membersMoreHelp")}</p>}
      {list.length === 0 && !everyone && <p className="members__none">{t("field.membersNone")}</p>}
      {list.map((member, index) => (
        <MemberRow
          key={member.user}
          member={member}
          name={nameOf(member.user)}
          index={index}
          onChange={(now) => put(list.map((one) => (one.user === now.user ? now : one)))}
          onRaise={() => put(raised(list, index))}
          onRemove={() => put(list.filter(({ user }) => user !== member.user))}
        />
      ))}
      <AddChoice
        id="add-member"
        label={t("field.addAgent")}
        choices={free}
        onAdd={(user) => put([...list, { user, expertise: [], capacity: null }])}
      />
    </fieldset>
  );
}

type MemberRowProps = {
  member: Member;
  name: string;
  index: number;
  onChange: (member: Member) => void;
  onRaise: () => void;
  onRemove: () => void;
};

function MemberRow({ member, name, index, onChange, onRaise, onRemove }: MemberRowProps) {
  const { t } = useI18n();
  const field = `members.list[${index}]`;
  return (
    <div className="members__row" data-testid="member" data-user={member.user}>
      <span className="members__name">{name}</span>
      <WordsField
        field={`${field}.expertise`}
        label={t("field.expertise")}
        words={member.expertise}
        onText={(text) => onChange({ ...member, expertise: wordsOf(text) })}
      />
      <NumberField
        field={`${field}.capacity`}
        label="field.capacity"
        value={member.capacity ?? 0}
        max={100}
        onChange={(capacity) => onChange({ ...member, capacity: capacity === 0 ? null : capacity })}
      />
      <div className="members__tools">
        {index > 0 && (
          <IconButton kind="ghost" size="md" align="left" label={t("field.raiseMember", { name })} onClick={onRaise}>
            <ArrowUp size={16} />
          </IconButton>
        )}
        <IconButton kind="ghost" size="md" align="left" label={t("field.removeMember", { name })} onClick={onRemove}>
          <TrashCan size={16} />
        </IconButton>
      </div>
    </div>
  );
}
