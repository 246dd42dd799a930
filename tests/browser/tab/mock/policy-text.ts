/** A policy to read, with what Markdown may hold and what must not reach the page. */
export const policyText = `# Formål

Kommunen passer på borgernes oplysninger. Denne politik siger, hvad vi gør, og hvad du skal gøre.

Vi arbejder efter **ISO 27001**, og politikken godkendes hvert år af Koncernledelsen og Byrådet.

## Det skal du

- Lås skærmen, når du går.
- Del aldrig din adgangskode, heller ikke med en kollega.
- Send personoplysninger sikkert: *aldrig* i en almindelig mail.
- Sig det straks til din ISK, hvis noget er gået galt.

## Hvem har ansvaret

1. Din centerchef har ansvaret i centret.
2. Din ISK hjælper dig til hverdag.
3. Informationssikkerhedsudvalget følger op.

> Er du i tvivl, så spørg. Det er altid i orden.

Læs mere på [kommunens side](https://ishoj.example/sikkerhed).

<script>window.stolen = true</script>

[farligt](javascript:alert(1)) ![sporing](https://tracker.example/pixel.png)

## Når noget går galt

Ring til IT-vagten, og skriv til din ISK. Vent ikke, til du er sikker.

## Opfølgning

Centrene følger op hvert år. Resultatet fremlægges for Direktionen.
`;
