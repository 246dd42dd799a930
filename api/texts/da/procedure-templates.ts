/** Texts to begin a procedure from, in plain Danish. What stands in [brackets] is for the centre to fill in. */
export const procedureTemplates = {
  lockScreen: {
    title: 'Lås skærmen, og pas på dine koder',
    why: 'De fleste kommer til at se noget, de ikke skal, fordi en skærm står åben, eller en kode er delt.',
    text: `## Formål

Kun den, der har brug for oplysningerne, skal kunne se dem. Derfor låser vi skærmen, når vi går fra den, og deler aldrig koder.

## Hvem gælder den for

Alle i [centret], også vikarer, elever og praktikanter. Den gælder computere, tablets, telefoner og de skærme, vi deler på kontoret.

## Sådan gør du

1. Lås skærmen, hver gang du rejser dig. På en computer trykker du på Windows-tasten og L.
2. Brug dit eget login. Lån det ikke ud, heller ikke til en vikar, der mangler adgang.
3. Vælg en lang kode, som du kun bruger her. Tre-fire ord efter hinanden er lettere at huske end tegn og tal.
4. Skriv ikke koden på en seddel ved skærmen eller under tastaturet. Brug den kodehusker, kommunen har.
5. Godkend kun en besked på telefonen, når du selv lige har logget på.
6. Deler I en computer, så log helt ud, når du er færdig.

## Hvis noget går galt

Tror du, at andre kender din kode, så skift den med det samme, og ring til it-support på [nummer]. Har du godkendt en besked på telefonen, som du ikke selv bad om, så ring også. Du får ikke skæld ud for at sige det; det haster bare.

Mangler en kollega adgang, så ring til [leder eller superbruger]. Lån ikke dit login ud imens.

## Hvem kan du spørge

Spørg din ISK, [navn], eller it-support på [nummer].`,
  },
  newAndLeaving: {
    title: 'Nye kolleger og kolleger, der stopper',
    why: 'Adgang skal være klar den første dag og lukket den sidste. Det er lederen, der sørger for begge dele.',
    text: `## Formål

En ny kollega skal kunne arbejde fra første dag med den adgang, jobbet kræver, og ikke mere. Når en kollega stopper eller skifter job, skal adgangen lukkes samme dag.

## Hvem gælder den for

Ledere og administrative medarbejdere i [centret], som bestiller og lukker adgang. Den gælder for fastansatte, vikarer, elever og eksterne.

## Sådan gør du

**Når en kollega begynder**

1. Bestil adgang senest 5 arbejdsdage før. Brug listen over, hvad hver stilling skal have: [link].
2. Bed kun om de systemer, jobbet kræver. Kopiér ikke en kollegas adgang.
3. Giv nøgler, kort og telefon mod underskrift, og skriv dem på listen.
4. Gennemgå politikken og centrets procedurer sammen i den første uge.

**Når en kollega skifter job i kommunen**

5. Luk det, den gamle stilling havde, samme dag som du bestiller det nye.

**Når en kollega stopper**

6. Meld den sidste dag til it-support, så snart du kender den.
7. Få computer, telefon, nøgler og kort tilbage den sidste dag, og kryds dem af.
8. Aftal, hvem der overtager mail, sager og filer, før den sidste dag.

To gange om året gennemgår [navn eller rolle] listen over, hvem der har adgang til hvad, og lukker det, ingen bruger.

## Hvis noget går galt

Opdager du, at en, der er stoppet, stadig har adgang, så ring til it-support på [nummer] og skriv til din ISK samme dag. Mangler der en nøgle eller et kort, så få det spærret først og led bagefter.

## Hvem kan du spørge

Spørg din ISK, [navn], eller [den, der bestiller adgang i centret].`,
  },
  handOutRecords: {
    title: 'Udlevering af journaler og aktindsigt',
    why: 'Borgeren har ret til at se egne oplysninger. Andre har det kun, når der er hjemmel til det.',
    text: `## Formål

Den rette får de rette oplysninger, til tiden og på en sikker måde. Ingen får mere, end de har ret til.

## Hvem gælder den for

Alle i [centret], som får spørgsmål om en borgers journal: fra borgeren selv, pårørende, en advokat, en læge eller en anden myndighed.

## Sådan gør du

1. Find ud af, hvem der spørger. Er det borgeren selv, så tjek navn og CPR-nummer mod legitimation eller MitID. Ring tilbage på et nummer, vi selv har.
2. Spørger en anden, så bed om en fuldmagt eller en værgebeskikkelse. Spørger en myndighed, så bed dem skrive, hvilken lov de bruger.
3. Skriv anmodningen på sagen samme dag med dato. Fristen er normalt 7 arbejdsdage for aktindsigt og en måned for indsigt i egne oplysninger.
4. Send den til [den, der behandler anmodninger]. Udlevér ikke noget selv, medmindre det er din opgave.
5. Gennemgå materialet to gange. Tag oplysninger om andre personer ud.
6. Send med Digital Post eller sikker mail. Skal det på papir, så lad borgeren hente det og vise legitimation.
7. Skriv på sagen, hvad der er sendt, til hvem og hvornår.

Slå kun op i journaler, når du har en opgave, der kræver det. Alle opslag bliver gemt.

## Hvis noget går galt

Er noget sendt til en forkert, så ring til modtageren og bed om at få det slettet eller tilbage. Meld det til din ISK samme dag. Kommunen har 72 timer til at melde det til Datatilsynet, så vent ikke til i morgen.

## Hvem kan du spørge

Spørg [fagligt ansvarlig] om retten til indsigt og din ISK, [navn], om, hvordan det sendes sikkert.`,
  },
  sensitiveMail: {
    title: 'Mail og deling af personoplysninger',
    why: 'Mails til den forkerte er den hændelse, der sker oftest. Et kort tjek før Send fanger de fleste.',
    text: `## Formål

Oplysninger om borgere og kolleger skal kun nå dem, de er til. Vi sender dem sikkert, og vi deler ikke mere end nødvendigt.

## Hvem gælder den for

Alle i [centret], som skriver mails, chatter eller deler filer i arbejdet.

## Sådan gør du

1. Spørg dig selv, om oplysningen behøver at blive sendt. Et link til sagen er bedre end en kopi.
2. Skriv til borgere og virksomheder med Digital Post. Skriv til andre myndigheder med sikker mail.
3. Skriv aldrig CPR-nummer, helbred eller andre private forhold i emnefeltet.
4. Tjek modtageren, før du sender. Programmet gætter på navne, og det gætter forkert. Læs hele adressen.
5. Åbn den vedhæftede fil en gang, før du sender. Er det den rigtige, og er der faner eller sider, som ikke skal med?
6. Skriver du til mange, så brug Bcc eller en liste, så de ikke ser hinandens adresser.
7. Del filer med navngivne personer, ikke med “alle med linket”, og luk delingen, når opgaven er færdig.
8. Brug ikke private mails, private chatgrupper eller sms til oplysninger om borgere.

Får du en mail, du ikke venter, med et link eller en fil, så åbn den ikke. Ring til afsenderen på et nummer, du kender.

## Hvis noget går galt

Har du sendt til en forkert, så kald mailen tilbage, og ring til modtageren og bed om sletning. Meld det til din ISK samme dag, også selv om modtageren siger, at det er slettet. Har du trykket på et mærkeligt link, så ring til it-support på [nummer] med det samme.

## Hvem kan du spørge

Spørg din ISK, [navn], eller it-support på [nummer].`,
  },
  mobileInCare: {
    title: 'Telefon og tablet på farten',
    why: 'På ruten er telefonen både journal og nøgle. Den skal være låst, opladet og hos dig.',
    text: `## Formål

Du skal kunne bruge telefon og tablet hos borgeren, uden at andre kan se eller få fat i det, der står på dem.

## Hvem gælder den for

Alle i [centret], som har en telefon eller tablet fra kommunen med i arbejdet, for eksempel i hjemmeplejen, på skoler og på tilsyn.

## Sådan gør du

1. Hav enheden på dig eller låst inde. Lad den ikke ligge i bilen, på cyklen eller på borgerens køkkenbord.
2. Brug kode, finger eller ansigt. Skærmen skal låse af sig selv efter højst 2 minutter.
3. Læs kun det op, borgeren må høre. Gå uden for, hvis der er gæster.
4. Hold skærmen, så andre ikke kan læse med.
5. Tag kun billeder i [systemet], som gemmer dem på sagen. Brug ikke telefonens eget kamera til borgere, sår eller papirer.
6. Brug kommunens egne apps. Hent ikke andre uden at spørge.
7. Brug mobilnettet. Log ikke på åbne netværk på caféer og stationer.
8. Sig ja, når enheden vil opdatere. Gør det i pausen eller ved vagtens slutning.
9. Sæt den til opladning på [sted], når vagten er slut, og log ud, hvis flere deler den.

## Hvis noget går galt

Er enheden væk, så ring til it-support på [nummer] med det samme, også uden for arbejdstid. De kan spærre og slette den. Sig det derefter til din leder og din ISK. Er skærmen gået i stykker, så aflever enheden hos [navn]; smid den ikke ud.

Kan du ikke få adgang til planen, så ring til [vagttelefon] og få dine besøg læst op.

## Hvem kan du spørge

Spørg din ISK, [navn], eller [superbruger i gruppen].`,
  },
  photosOfChildren: {
    title: 'Billeder og video af børn og borgere',
    why: 'Et billede er en oplysning om et menneske. Forældre og borgere skal kunne stole på, hvor det havner.',
    text: `## Formål

Vi tager og viser kun billeder, som vi har lov til, og vi ved altid, hvor de ligger, og hvornår de bliver slettet.

## Hvem gælder den for

Alle i [dagtilbud, skoler, klubber og botilbud], som tager, gemmer eller viser billeder og video af børn, elever og borgere.

## Sådan gør du

1. Se efter i [systemet], om der er givet samtykke, og til hvad: internt, til forældre eller offentligt. Er du i tvivl, så lad være.
2. Tag billederne med institutionens kamera eller tablet. Brug aldrig din egen telefon.
3. Tag billeder af det, I laver, hellere end nærbilleder af et barn. Tag ikke billeder på toilet, ved bad eller af et barn, der er ked af det.
4. Læg billederne i [mappe eller Aula] samme dag, og slet dem fra enheden.
5. Skriv ikke fulde navne, klasse eller adresse ved billedet, når det vises uden for huset.
6. Offentligt, på hjemmeside og sociale medier, kræver et særligt ja for netop det billede. [Navn] lægger op.
7. Slet billeder, når barnet stopper, og gennemgå mappen hvert år i [måned].

Trækker nogen deres samtykke tilbage, så fjern billedet senest næste hverdag, også fra opslagstavlen.

## Hvis noget går galt

Er et billede delt med nogen, der ikke skulle have det, så fjern det straks, og skriv ned, hvem der kan have set det. Ring til forældrene eller borgeren, før de hører det fra andre, og meld det til din ISK samme dag.

## Hvem kan du spørge

Spørg din leder, [navn], om samtykker og din ISK, [navn], om, hvor billeder må ligge.`,
  },
  paperAndPrint: {
    title: 'Papir, print og låste skabe',
    why: 'Papir kan ikke spærres, når det først er væk. Derfor printer vi lidt og låser det inde.',
    text: `## Formål

Papirer med personoplysninger må ikke ligge fremme, blive glemt ved printeren eller ende i den forkerte spand.

## Hvem gælder den for

Alle i [centret], som printer, modtager post, bruger kørelister eller har mapper med borgersager.

## Sådan gør du

1. Print kun, når du ikke kan klare dig med skærmen.
2. Brug print, som du henter med kort eller kode. Hent det med det samme, og tæl siderne.
3. Ryd bordet, når du går hjem. Papirer om borgere skal i et låst skab, ikke i en bakke.
4. Hav kun de kørelister og ark med ud, som du skal bruge i dag. Hav dem i en lukket taske.
5. Læg intet i bilens rude, på sædet eller i cykelkurven. Tag tasken med ind.
6. Hæng ikke navne, diagnoser eller CPR-numre op på tavler, som gæster kan se. Brug initialer, eller vend tavlen.
7. Smid papir med oplysninger i den låste beholder til makulering. Brug aldrig den almindelige papirspand.
8. Giv nøgler til skabe og arkiv tilbage til [navn], når du er færdig. Nøglelisten hænger [sted].
9. Følg gæster fra døren og til den, de skal tale med.

## Hvis noget går galt

Er et papir væk, så led på ruten med det samme, og ring til de steder, du har været. Meld det til din ISK samme dag, også hvis du finder det igen hos en anden. Mangler en nøgle, så sig det til [navn], så låsen kan skiftes.

## Hvem kan du spørge

Spørg din ISK, [navn], eller [den, der har nøglerne].`,
  },
  reportIncident: {
    title: 'Meld en sikkerhedshændelse',
    why: 'Jo før vi ved det, jo mindre skade sker der. Kommunen har 72 timer, og uret går fra den første, der opdager det.',
    text: `## Formål

Alle ved, hvad de gør, når noget er gået galt med oplysninger eller it. Vi melder hellere én gang for meget.

## Hvem gælder den for

Alle i [centret]. Du behøver ikke være sikker på, at det er en hændelse, for at melde den.

## Sådan gør du

En hændelse er for eksempel: en mail eller et brev til en forkert, en tabt telefon, en mappe der er væk, en kollega der har slået op uden grund, et mærkeligt link du har trykket på, eller et system der viser forkerte borgere.

1. Stop skaden, hvis du kan: kald mailen tilbage, fjern delingen, spær telefonen. Sluk ikke computeren, hvis du tror, der er virus; træk netværket ud.
2. Ring til it-support på [nummer], hvis det haster: virus, tyveri, eller systemer der opfører sig mærkeligt.
3. Meld det til din ISK samme dag: hvad skete der, hvornår, hvilke oplysninger, hvor mange mennesker, og hvad har du gjort?
4. Gem det, der viser, hvad der skete: mailen, skærmbilledet, navnet på den, der ringede. Slet ikke noget for at rydde op.
5. Sig det til din leder.
6. ISK'en vurderer sammen med Informationssikkerhedsteamet, om Datatilsynet og borgeren skal have besked. Det gør du ikke selv.

Bagefter taler vi om, hvad der kan gøres, så det ikke sker igen. Ingen bliver hængt ud.

## Hvis noget går galt

Kan du ikke få fat i din ISK, så ring til Informationssikkerhedsteamet på [nummer]. Er det uden for arbejdstid, så ring til [vagttelefon]. Vent ikke til næste dag.

## Hvem kan du spørge

Spørg din ISK, [navn], eller Informationssikkerhedsteamet på [mail og nummer].`,
  },
  withoutCareSystem: {
    title: 'Nødprocedure: når systemet er nede',
    why: 'Borgerne skal have medicin, mad og hjælp, også når skærmen er sort. Planen skal kunne bruges uden strøm.',
    text: `## Formål

Vi kan fortsætte de vigtigste opgaver uden [systemet] i mindst [antal] timer, og vi mister ikke det, der blev gjort imens.

## Hvem gælder den for

Alle på vagt i [gruppe eller afdeling]. Vagthavende, [rolle], leder arbejdet, indtil systemet virker igen.

## Sådan gør du

**De første 15 minutter**

1. Prøv på en anden enhed. Ring til it-support på [nummer], og spørg, om andre er ramt, og hvor længe det ventes at vare.
2. Vagthavende beslutter, om vi går over til papir, og siger det til alle på vagten og til naboafdelingen.
3. Hent nødmappen: [sted]. I den ligger borgerlister, medicinlister, telefonnumre og tomme skemaer. Den bliver udskrevet hver [dag] kl. [tid] af [rolle].

**Mens systemet er nede**

4. Følg listen over det, der ikke kan vente: medicin, mad, sår, vending, aftalte opkald.
5. Skriv hver ydelse på skemaet: borger, tid, hvad, dine initialer. Skriv tydeligt.
6. Ring til læge eller apotek på de numre, der står i mappen. Gæt aldrig på en dosis.
7. Hold et kort møde hver [2.] time, og giv besked til [leder].

**Når systemet virker igen**

8. Skriv det fra skemaerne ind i systemet samme vagt. To personer tjekker medicinen.
9. Læg skemaerne i den låste kasse. De makuleres først, når [rolle] har skrevet under.

Vi øver planen [to gange om året] og retter den bagefter.

## Hvis noget går galt

Er du i tvivl om en borgers medicin, så ring til [sygeplejerske] eller 1813/112. Mangler nødmappen, så ring til [naboafdeling], som har en kopi.

## Hvem kan du spørge

Spørg vagthavende, [nummer], eller din ISK, [navn].`,
  },
  newSupplier: {
    title: 'Før vi bruger en ny leverandør eller app',
    why: 'En gratis app kan koste dyrt, når borgernes oplysninger ligger hos andre uden en aftale.',
    text: `## Formål

Vi bruger kun systemer, apps og leverandører, som kommunen har en aftale med, når der er oplysninger om borgere eller kolleger i dem.

## Hvem gælder den for

Alle i [centret], som gerne vil købe, prøve eller hente noget nyt, også hvis det er gratis eller kun er til en lille gruppe. Den gælder også konsulenter og vikarbureauer, som får adgang til vores systemer.

## Sådan gør du

1. Se efter på [listen over godkendte systemer], om vi allerede har noget, der kan det samme.
2. Skriv kort ned: hvad skal det bruges til, hvem skal bruge det, og hvilke oplysninger kommer der i det?
3. Send det til din ISK, før du opretter en konto eller skriver under.
4. ISK'en spørger Informationssikkerhedsteamet, om der skal en databehandleraftale og en risikovurdering til. Regn med [antal] uger.
5. Tegn ikke abonnement med kommunens kort eller din arbejdsmail, før du har fået ja.
6. Prøv det med opdigtede oplysninger, mens du venter. Brug aldrig rigtige borgere som test.
7. Giv kun leverandøren den adgang, opgaven kræver, og sæt en slutdato på.
8. Når vi holder op med at bruge det, beder [systemejer] leverandøren om at slette og bekræfte det på skrift.

Én gang om året gennemgår [systemejer] aftalen: bruges det stadig, og har leverandøren holdt, hvad den lovede?

## Hvis noget går galt

Opdager du, at I allerede bruger noget, der ikke er godkendt, så stop med at lægge oplysninger ind, og sig det til din ISK. Det er bedre at få det frem end at skjule det. Skriver en leverandør, at den har haft et brud, så send beskeden videre samme time.

## Hvem kan du spørge

Spørg din ISK, [navn], eller [systemejer eller indkøb].`,
  },
} as const;
