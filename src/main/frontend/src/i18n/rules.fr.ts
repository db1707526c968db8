import type { rulesEn } from "./rules.en";

export const rulesFr: Record<keyof typeof rulesEn, string> = {
  "subnav.label": "Qui reçoit quelles conversations",
  "nav.rules": "Règles",
  "nav.approvals.one": "{n} changement attend votre approbation",
  "nav.approvals.other": "{n} changements attendent votre approbation",

  "teams.title": "Équipes",
  "teams.lead":
    "Des agents que l’on peut nommer ensemble : dans une ligne de la table de routage, pour le débordement d’une campagne, ou en transmettant.",
  "teams.new": "Nouvelle équipe",
  "teams.failed": "Les équipes n’ont pas pu être chargées.",
  "teams.notAllowed": "Les équipes sont réservées aux superviseurs et aux administrateurs.",
  "teams.none": "Il n’y a pas encore d’équipe",
  "teams.noneDetail":
    "Une équipe est un groupe d’agents à qui l’on transmet des conversations ensemble, par exemple « Facturation ».",
  "teams.members": "Membres",
  "teams.noMembers": "Aucun membre",
  "teams.emptyHelp": "Ce qui est destiné à une équipe sans membre va aux membres de la campagne.",
  "teams.search": "Trouver un agent",
  "teams.deleteNamed": "Supprimer {name}",
  "teams.changeTitle": "Modifier {name}",
  "teams.delete": "Supprimer",
  "teams.saved": "{name} est enregistrée",
  "teams.meanwhile": "Quelqu’un d’autre a modifié cette équipe entre-temps. Fermez, regardez, et réessayez.",
  "teams.overflowOf": "Débordement de {name}",
  "teams.unused": "Aucune table ni campagne n’y mène ; on peut lui transmettre des conversations.",
  "teams.needed": "Elle ne peut pas être supprimée tant que le débordement de ces campagnes lui revient :",
  "teams.named":
    "Ces lignes des tables la nomment. Sans elle, ce qu’elles lui envoient va aux membres de la campagne :",
  "teams.deleteDetail":
    "Les conversations qui l’attendent vont aux membres de leurs campagnes. C’est sans retour possible.",

  "table.listening": "Écoute",
  "table.business-hours": "Horaires",
  "table.routing": "Routage",
  "table.messaging-policy": "Règles d’envoi",
  "row.at": "{table}, ligne {row}",
  "row.atVersion": "{table}, ligne {row} de la version {version}",
  "row.unknown": "{table}, ligne inconnue",
  "row.described": "{at} : {description}",

  "rules.title": "Règles",
  "rules.lead":
    "Ce que disent des lignes des tables et qui ne peut pas être suivi. Rien n’est bloqué : ce que sont devenues les conversations est indiqué pour chaque ligne.",
  "rules.notAllowed": "Les règles sont réservées aux analystes, aux superviseurs et aux administrateurs.",
  "rules.failed": "Les problèmes n’ont pas pu être chargés.",
  "rules.none": "Toutes les lignes peuvent être suivies",
  "rules.noneDetail": "Une ligne qui nomme une campagne, une équipe ou un agent qui n’existe pas apparaît ici.",
  "rules.how":
    "Pour corriger une ligne, modifiez sa table, ou créez la campagne ou l’équipe qu’elle nomme. Ce qui est corrigé quitte cette liste, comme ce qui n’est pas revenu depuis 7 jours.",
  "rules.count.one": "{n} fois",
  "rules.count.other": "{n} fois",
  "rules.last": "dernière fois {when}",
  "rules.conversation": "Voir la conversation",
  "rules.notice.one": "{n} ligne des tables n’a pas pu être suivie",
  "rules.notice.other": "{n} lignes des tables n’ont pas pu être suivies",
  "rules.see": "Voir",
  "rulesProblem.UNKNOWN_CAMPAIGN": "Il n’y a pas de campagne « {value} »",
  "rulesProblem.UNKNOWN_TEAM": "Il n’y a pas d’équipe « {value} »",
  "rulesProblem.UNKNOWN_AGENT": "Il n’y a pas d’agent « {value} »",
  "rulesProblem.WRONG_TYPE": "« {value} » n’est pas une valeur pour la colonne {output}",
  "rulesProblem.CAMPAIGN_NOT_HERE": "La campagne « {value} » ne prend pas de conversations, ou aucune de cette Page",
  "rulesProblemThen.UNKNOWN_CAMPAIGN": "Les conversations sont allées à la campagne par défaut.",
  "rulesProblemThen.UNKNOWN_TEAM": "Les conversations sont allées aux membres de leur campagne.",
  "rulesProblemThen.UNKNOWN_AGENT": "Les conversations sont allées aux membres de leur campagne.",
  "rulesProblemThen.WRONG_TYPE": "Les conversations ont continué comme si la ligne ne disait rien à cet endroit.",
  "rulesProblemThen.CAMPAIGN_NOT_HERE":
    "Personne ne répond à ces conversations : elles sont gardées comme non écoutées. Activez la campagne pour elles, ou modifiez la ligne.",

  "naming.none": "Aucune ligne de la table « Écoute » ne nomme cette campagne",
  "naming.noneDetail":
    "Elle ne reçoit d’elle-même aucune conversation, seulement celles qu’on lui transmet. Ajoutez-y une ligne avec « {id} » dans la colonne Campagne, au-dessus des lignes qui conviendraient avant elle.",
  "naming.computed":
    "Certaines lignes calculent la campagne : on ne peut pas dire d’avance si elles nomment jamais celle-ci.",
  "naming.rows.one": "Prend les conversations de {n} ligne",
  "naming.rows.other": "Prend les conversations de {n} lignes",
  "naming.mark": "Aucune ligne ne la nomme",
};
