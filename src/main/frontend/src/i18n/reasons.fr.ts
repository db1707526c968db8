import type { reasonsEn } from "./reasons.en";

export const reasonsFr: Record<keyof typeof reasonsEn, string> = {
  "reason.ANSWERED_ELSEWHERE": "Une autre application répond à ce client en ce moment.",
  "reason.ANSWERED_PRIVATELY": "Une réponse privée a déjà été donnée à ce commentaire.",
  "reason.AUTOMATIC_WINDOW_CLOSED":
    "Les messages automatiques partent dans les 24 heures qui suivent le dernier message du client. C’est au client d’écrire d’abord.",
  "reason.BELONGS_TO_NO_APP": "Une conversation sous un commentaire n’appartient à aucune application.",
  "reason.BOT_PAUSED": "Quelqu’un a répondu dans la boîte de réception Meta : plus rien d’automatique n’est envoyé.",
  "reason.COMMENT_ANSWERED_PRIVATELY":
    "Un commentaire ne peut recevoir qu’une seule réponse privée. On peut encore y répondre en public.",
  "reason.COMMENT_GONE": "Il n’y a plus de commentaire auquel répondre.",
  "reason.COMMENT_NO_COURTESIES":
    "Les messages d’accueil et d’au revoir ne se disent pas sous un commentaire, à la vue de tous.",
  "reason.COMMENT_NOT_ANSWERABLE": "Ce commentaire ne peut pas recevoir de réponse privée.",
  "reason.COMMENT_OPENS_NO_THREAD":
    "Un commentaire n’ouvre pas de conversation privée. On peut y répondre en public, ou une fois en privé.",
  "reason.COMMENT_TOLD_BEFORE":
    "Sous un commentaire, à la vue de tous, un seul message automatique est publié, et il l’a été.",
  "reason.COMMENT_TOO_OLD":
    "Un commentaire peut recevoir une réponse privée pendant 7 jours. On peut encore y répondre en public.",
  "reason.CUSTOMER_ELSEWHERE": "Une autre application répond au client en ce moment.",
  "reason.CUSTOMER_UNKNOWN": "Facebook ne connaît pas ce client.",
  "reason.CUSTOMER_UNREACHABLE": "Le client n’est pas joignable sur Messenger.",
  "reason.EMPTY_MESSAGE": "Facebook n’accepte pas de message vide.",
  "reason.FACEBOOK_BUSY": "Facebook est surchargé ou n’accepte plus de messages pour un moment.",
  "reason.FACEBOOK_UNREACHABLE": "Facebook est injoignable.",
  "reason.FILE_GONE": "Le fichier n’est plus là.",
  "reason.FILE_NOT_TAKEN": "Facebook n’a pas pu prendre le fichier.",
  "reason.FILE_TOO_LARGE": "Le fichier est trop volumineux pour Facebook.",
  "reason.FILE_UNUSABLE": "Facebook n’a pas de fichier utilisable.",
  "reason.FILE_ELSEWHERE": "Le fichier ne se trouve pas chez Facebook et n’a pas été récupéré.",
  "reason.FILE_EXPIRED": "Facebook n’a plus ce fichier.",
  "reason.FILE_NOT_FETCHED": "Le fichier n’a pas pu être récupéré chez Facebook.",
  "reason.FILE_KIND_NOT_TAKEN": "Messenger n’accepte pas les fichiers de ce type.",
  "reason.FILE_OF_OTHER_KIND": "Facebook a envoyé autre chose que ce qui était annoncé.",
  "reason.FILE_OVER_LIMIT": "Le fichier est trop volumineux.",
  "reason.FILE_WITHOUT_ADDRESS": "Facebook n’a pas dit où se trouve le fichier.",
  "reason.HELD_DEAUTHORISED":
    "La personne qui a connecté la Page a retiré Pupitre chez Facebook : il faut reconnecter la Page.",
  "reason.HELD_REFUSED": "Facebook refuse les messages de la Page à chaque fois : il faut reconnecter la Page.",
  "reason.HELD_RESTRICTED": "Facebook ne laisse pas la Page envoyer de messages pour un temps.",
  "reason.HELD_TOKEN": "Facebook n’accepte plus l’accès de la Page : il faut reconnecter la Page.",
  "reason.HUMAN_AGENT_AUTOMATIC":
    "Les règles l’enverraient avec l’étiquette « Human Agent », réservée à ce qu’une personne a écrit.",
  "reason.HUMAN_AGENT_NOT_GRANTED":
    "Plus de 24 heures ont passé depuis le dernier message du client, et cette Page n’a pas la fonction « Human Agent ». C’est au client d’écrire d’abord.",
  "reason.INBOX_TERMS":
    "L’administrateur de la Page doit accepter les conditions de la boîte de réception de Facebook.",
  "reason.KIND_RETIRED": "Facebook n’accepte plus ce type de message.",
  "reason.NEVER_CONFIRMED": "Facebook n’a pas confirmé ce message : le client l’a peut-être reçu, peut-être pas.",
  "reason.NOT_ALLOWED": "Facebook ne permet pas à Pupitre d’écrire pour cette Page.",
  "reason.NOT_CONFIRMED": "Facebook n’a pas confirmé le message : il est peut-être parti, peut-être pas.",
  "reason.NOT_CONFIRMED_YET": "Meta n’a pas encore confirmé ce message.",
  "reason.BLOCK_NOT_PERMITTED":
    "L’accès de la Page n’a pas l’autorisation Facebook de bloquer des personnes (pages_manage_engagement) : un administrateur peut reconnecter la Page.",
  "reason.NOT_ON_FACEBOOK": "Facebook n’a pas ce message.",
  "reason.NO_COMMENT": "C’est un message privé, pas un commentaire.",
  "reason.ONLY_LIKES": "Un commentaire peut être aimé, mais ne prend pas d’autre réaction.",
  "reason.OUTSIDE_WINDOW": "Plus de 24 heures ont passé depuis le dernier message du client.",
  "reason.PAGE_NOT_CONNECTED": "La Page n’est pas connectée.",
  "reason.PAGE_NOT_CONNECTED_WAITS": "La Page n’est pas connectée. Le message partira dès qu’elle le sera de nouveau.",
  "reason.PAGE_RESTRICTED": "Facebook ne laisse pas la Page envoyer de messages pour un temps.",
  "reason.REFUSED": "Facebook a refusé le message.",
  "reason.REFUSED_BY_ADDRESS": "L’adresse de Facebook a refusé le message.",
  "reason.SURVEY_BLOCKED": "Le client est bloqué.",
  "reason.SURVEY_HELD_UP": "Le moteur n’a pas pu la mener à bien. Elle attend que quelqu’un y remédie.",
  "reason.SURVEY_NO_AGENT": "Personne de l’équipe n’a répondu : l’agent IA a tout réglé seul.",
  "reason.SURVEYED_RECENTLY": "Le client a été interrogé il y a peu.",
  "reason.SURVEY_PRIVATE_ONLY": "Les enquêtes sont réservées aux messages privés.",
  "reason.TEXT_TOO_LONG": "Facebook n’accepte pas de texte aussi long.",
  "reason.TOKEN_APP_REMOVED": "La personne qui a connecté la Page a retiré Pupitre de son compte Facebook.",
  "reason.TOKEN_CHECKPOINT":
    "Facebook veut vérifier le compte de la personne qui a connecté la Page : elle doit se connecter à Facebook.",
  "reason.TOKEN_PASSWORD_CHANGED": "La personne qui a connecté la Page a changé son mot de passe Facebook.",
  "reason.TOKEN_EXPIRED": "L’accès à la Page a expiré.",
  "reason.TOKEN_UNCONFIRMED": "Le compte Facebook de la personne qui a connecté la Page n’est pas confirmé.",
  "reason.TOKEN_NO_ROLE": "La personne qui a connecté la Page n’a plus de rôle sur celle-ci.",
  "reason.TOKEN_FOREIGN": "L’accès à la Page appartient à une autre application.",
  "reason.TOKEN_NOT_ACCEPTED": "Il faut reconnecter la Page.",
  "reason.TOKEN_DEAD": "Facebook n’accepte plus l’accès de la Page : il faut reconnecter la Page.",
  "reason.TOKEN_UNUSABLE": "L’accès de la Page est inutilisable : il faut reconnecter la Page.",
  "reason.TOO_OFTEN": "Facebook n’accepte plus de message de ce type pour ce client en ce moment.",
  "reason.UNCONFIRMED_TOO_LATE": "Facebook n’a pas confirmé le message, et il ne peut plus être renvoyé.",
  "reason.WINDOW_CLOSED":
    "Plus de 7 jours ont passé depuis le dernier message du client. C’est au client d’écrire d’abord.",
  "reason.NO_ROOM":
    "Vous avez autant de conversations que vous pouvez en avoir à la fois. Fermez-en ou transférez-en une d’abord.",
};
