import type { TextsOf } from '../catalogue.ts';
import type { procedureTemplates as da } from '../da/procedure-templates.ts';

export const procedureTemplates: TextsOf<typeof da> = {
  lockScreen: {
    title: 'Lock the screen and look after your passwords',
    why: 'Most people who see what they should not see it because a screen was left open or a password was shared.',
    text: `## Purpose

Only those who need the information should be able to see it. So we lock the screen when we leave it, and never share passwords.

## Who it is for

Everybody in [the centre], also temps, trainees and students. It covers computers, tablets, phones and the screens that we share in the office.

## What to do

1. Lock the screen every time you get up. On a computer press the Windows key and L.
2. Use your own login. Do not lend it out, not even to a temp who lacks access.
3. Choose a long password that you use only here. Three or four words in a row are easier to remember than signs and digits.
4. Do not write the password on a note by the screen or under the keyboard. Use the municipality’s password keeper.
5. Approve a message on the phone only when you have just logged in yourself.
6. If you share a computer, log out completely when you are done.

## If something goes wrong

If you think that others know your password, change it at once and call IT support on [number]. If you approved a message on the phone that you did not ask for, call too. Nobody will blame you for telling; it is only urgent.

If a colleague lacks access, call [the manager or super user]. Do not lend your login meanwhile.

## Whom you can ask

Ask your coordinator, [name], or IT support on [number].`,
  },
  newAndLeaving: {
    title: 'New colleagues and colleagues who leave',
    why: 'Access must be ready on the first day and closed on the last. The manager sees to both.',
    text: `## Purpose

A new colleague can work from the first day with the access that the job needs, and no more. When a colleague leaves or changes job, access is closed the same day.

## Who it is for

Managers and administrative staff in [the centre] who order and close access. It covers permanent staff, temps, trainees and externals.

## What to do

**When a colleague begins**

1. Order access at least 5 working days ahead. Use the list of what each position needs: [link].
2. Ask only for the systems that the job needs. Do not copy a colleague’s access.
3. Hand out keys, cards and phone against a signature, and put them on the list.
4. Go through the policy and the centre’s procedures together in the first week.

**When a colleague changes job in the municipality**

5. Close what the old position had on the day you order the new.

**When a colleague leaves**

6. Tell IT support the last day as soon as you know it.
7. Get computer, phone, keys and cards back on the last day, and tick them off.
8. Agree who takes over mail, cases and files before the last day.

Twice a year [name or role] goes through the list of who has access to what, and closes what nobody uses.

## If something goes wrong

If you find that somebody who has left still has access, call IT support on [number] and write to your coordinator the same day. If a key or a card is missing, have it blocked first and look for it afterwards.

## Whom you can ask

Ask your coordinator, [name], or [whoever orders access in the centre].`,
  },
  handOutRecords: {
    title: 'Handing out records and access to files',
    why: 'Citizens have a right to see their own information. Others have it only when the law says so.',
    text: `## Purpose

The right person gets the right information, in time and in a safe way. Nobody gets more than they have a right to.

## Who it is for

Everybody in [the centre] who is asked about a citizen’s record: by the citizen, relatives, a lawyer, a doctor or another authority.

## What to do

1. Find out who asks. If it is the citizen, check name and CPR number against an identity card or MitID. Call back on a number that we have ourselves.
2. If somebody else asks, ask for a power of attorney or an appointment as guardian. If an authority asks, have them write which law they use.
3. Note the request on the case the same day, with the date. The limit is normally 7 working days for access to files and one month for access to one’s own personal data.
4. Send it to [whoever handles requests]. Do not hand out anything yourself unless it is your task.
5. Go through the material twice. Take out information about other people.
6. Send it by Digital Post or secure mail. If it must be on paper, let the citizen collect it and show an identity card.
7. Note on the case what was sent, to whom and when.

Look something up in a record only when you have a task that needs it. Every look-up is logged.

## If something goes wrong

If something was sent to the wrong person, call them and ask them to delete it or give it back. Tell your coordinator the same day. The municipality has 72 hours to report it to the Danish Data Protection Agency, so do not wait until tomorrow.

## Whom you can ask

Ask [professional lead] about the right of access and your coordinator, [name], about how to send it safely.`,
  },
  sensitiveMail: {
    title: 'Mail and sharing of personal data',
    why: 'Mail to the wrong person is the incident that happens most. A short check before Send catches most of them.',
    text: `## Purpose

Information about citizens and colleagues reaches only those it is for. We send it safely, and we do not share more than we need to.

## Who it is for

Everybody in [the centre] who writes mail, chats or shares files at work.

## What to do

1. Ask yourself whether the information needs to be sent. A link to the case is better than a copy.
2. Write to citizens and companies by Digital Post. Write to other authorities by secure mail.
3. Never put a CPR number, health or other private matters in the subject line.
4. Check the receiver before you send. The program guesses names, and it guesses wrong. Read the whole address.
5. Open the attachment once before you send. Is it the right one, and does it have sheets or pages that should not go along?
6. If you write to many, use Bcc or a list, so that they do not see each other’s addresses.
7. Share files with named people, not with “everybody with the link”, and end the sharing when the task is done.
8. Do not use private mail, private chat groups or text messages for information about citizens.

If you get a mail that you do not expect, with a link or a file, do not open it. Call the sender on a number that you know.

## If something goes wrong

If you sent to the wrong person, recall the mail, call the receiver and ask them to delete it. Tell your coordinator the same day, also when the receiver says that it is deleted. If you pressed a strange link, call IT support on [number] at once.

## Whom you can ask

Ask your coordinator, [name], or IT support on [number].`,
  },
  mobileInCare: {
    title: 'Phone and tablet on the move',
    why: 'On the round the phone is both record and key. It must be locked, charged and with you.',
    text: `## Purpose

You can use phone and tablet at the citizen’s home without others seeing or getting hold of what is on them.

## Who it is for

Everybody in [the centre] who brings a phone or tablet of the municipality to work, for example in home care, at schools and on inspections.

## What to do

1. Keep the device on you or locked in. Do not leave it in the car, on the bicycle or on the citizen’s kitchen table.
2. Use a code, finger or face. The screen must lock by itself after at most 2 minutes.
3. Read aloud only what the citizen needs to hear. Step outside if there are guests.
4. Hold the screen so that others cannot read along.
5. Take pictures only in [the system] that keeps them on the case. Do not use the phone’s own camera for citizens, wounds or papers.
6. Use the municipality’s own apps. Do not install others without asking.
7. Use the mobile network. Do not log in on open networks in cafés and stations.
8. Say yes when the device wants to update. Do it in the break or at the end of the shift.
9. Charge it at [place] when the shift ends, and log out if several people share it.

## If something goes wrong

If the device is lost, call IT support on [number] at once, also outside working hours. They can block and erase it. Then tell your manager and your coordinator. If the screen is broken, hand the device in to [name]; do not throw it away.

If you cannot get at the plan, call [on-call phone] and have your visits read to you.

## Whom you can ask

Ask your coordinator, [name], or [the group’s super user].`,
  },
  photosOfChildren: {
    title: 'Pictures and video of children and citizens',
    why: 'A picture is information about a person. Parents and citizens must be able to trust where it ends up.',
    text: `## Purpose

We take and show only pictures that we are allowed to, and we always know where they are and when they are deleted.

## Who it is for

Everybody in [day care, schools, clubs and residences] who takes, keeps or shows pictures and video of children, pupils and citizens.

## What to do

1. Look in [the system] whether there is consent, and to what: within the house, to parents or in public. If in doubt, do not.
2. Take the pictures with the institution’s camera or tablet. Never use your own phone.
3. Take pictures of what you do rather than close-ups of a child. Take none in toilets, at baths or of a child who is sad.
4. Put the pictures in [folder or Aula] the same day, and delete them from the device.
5. Do not write full names, class or address by the picture when it is shown outside the house.
6. In public, on the web page and on social media, that very picture needs a yes of its own. [Name] publishes it.
7. Delete pictures when the child leaves, and go through the folder every year in [month].

When somebody withdraws consent, remove the picture by the next working day, also from the notice board.

## If something goes wrong

If a picture was shared with somebody who should not have it, remove it at once and write down who may have seen it. Call the parents or the citizen before they hear it from others, and tell your coordinator the same day.

## Whom you can ask

Ask your manager, [name], about consent and your coordinator, [name], about where pictures may be kept.`,
  },
  paperAndPrint: {
    title: 'Paper, print and locked cabinets',
    why: 'Paper cannot be blocked once it is gone. So we print little and lock it in.',
    text: `## Purpose

Papers with personal data are not left out, forgotten at the printer or thrown in the wrong bin.

## Who it is for

Everybody in [the centre] who prints, receives post, uses round lists or has folders with citizens’ cases.

## What to do

1. Print only when the screen will not do.
2. Use print that you collect with a card or a code. Collect it at once and count the pages.
3. Clear the desk when you go home. Papers about citizens go in a locked cabinet, not in a tray.
4. Bring only the round lists and sheets that you need today. Keep them in a closed bag.
5. Leave nothing in the car window, on the seat or in the bicycle basket. Take the bag inside.
6. Do not put up names, diagnoses or CPR numbers on boards that guests can see. Use initials, or turn the board.
7. Throw paper with information in the locked container for shredding. Never use the ordinary bin.
8. Return keys to cabinets and archives to [name] when you are done. The key list hangs at [place].
9. Go with guests from the door to whoever they are to see.

## If something goes wrong

If a paper is missing, look along the way at once and call the places where you have been. Tell your coordinator the same day, also if you find it with somebody else. If a key is missing, tell [name], so that the lock can be changed.

## Whom you can ask

Ask your coordinator, [name], or [whoever has the keys].`,
  },
  reportIncident: {
    title: 'Report a security incident',
    why: 'The sooner we know, the less harm is done. The municipality has 72 hours, and the clock starts when the first of us notices.',
    text: `## Purpose

Everybody knows what to do when something has gone wrong with information or IT. We would rather report once too often.

## Who it is for

Everybody in [the centre]. You need not be sure that it is an incident to report it.

## What to do

An incident is for example: a mail or letter to the wrong person, a lost phone, a folder that is gone, a colleague who looked something up without reason, a strange link that you pressed, or a system that shows the wrong citizens.

1. Stop the harm if you can: recall the mail, end the sharing, block the phone. Do not turn off the computer if you think there is a virus; pull out the network.
2. Call IT support on [number] if it is urgent: a virus, a theft, or systems that behave strangely.
3. Tell your coordinator the same day: what happened, when, which information, how many people, and what have you done?
4. Keep what shows what happened: the mail, the screenshot, the name of whoever called. Delete nothing to tidy up.
5. Tell your manager.
6. The coordinator judges together with the security team whether the Data Protection Agency and the citizen must be told. You do not do that yourself.

Afterwards we talk about what can be done so that it does not happen again. Nobody is shamed.

## If something goes wrong

If you cannot reach your coordinator, call the security team on [number]. Outside working hours call [on-call phone]. Do not wait until the next day.

## Whom you can ask

Ask your coordinator, [name], or the security team on [mail and number].`,
  },
  withoutCareSystem: {
    title: 'Emergency procedure: when the system is down',
    why: 'Citizens need medicine, food and help also when the screen is black. The plan must work without power.',
    text: `## Purpose

We can go on with the most important tasks without [the system] for at least [number] hours, and we do not lose what was done meanwhile.

## Who it is for

Everybody on duty in [group or department]. The person in charge, [role], leads the work until the system is back.

## What to do

**The first 15 minutes**

1. Try another device. Call IT support on [number], and ask whether others are hit and how long it is expected to last.
2. The person in charge decides whether we go over to paper, and tells everybody on duty and the next department.
3. Get the emergency folder: [place]. It holds lists of citizens, lists of medicine, phone numbers and empty forms. It is printed every [day] at [time] by [role].

**While the system is down**

4. Follow the list of what cannot wait: medicine, food, wounds, turning, agreed calls.
5. Write each service on the form: citizen, time, what, your initials. Write clearly.
6. Call the doctor or pharmacy on the numbers in the folder. Never guess a dose.
7. Hold a short meeting every [second] hour, and tell [the manager].

**When the system is back**

8. Enter what is on the forms during the same shift. Two people check the medicine.
9. Put the forms in the locked box. They are shredded only when [role] has signed.

We practise the plan [twice a year] and correct it afterwards.

## If something goes wrong

If you are in doubt about a citizen’s medicine, call [the nurse] or 1813/112. If the emergency folder is missing, call [the next department], which has a copy.

## Whom you can ask

Ask the person in charge, [number], or your coordinator, [name].`,
  },
  newSupplier: {
    title: 'Before we use a new supplier or app',
    why: 'A free app can cost dearly when citizens’ information lies with others without an agreement.',
    text: `## Purpose

We use only systems, apps and suppliers that the municipality has an agreement with, when there is information about citizens or colleagues in them.

## Who it is for

Everybody in [the centre] who would like to buy, try or install something new, also when it is free or only for a small group. It also covers consultants and temp agencies that get access to our systems.

## What to do

1. Look at [the list of approved systems] whether we already have something that does the same.
2. Write down shortly: what is it for, who will use it, and which information goes into it?
3. Send it to your coordinator before you make an account or sign.
4. The coordinator asks the security team whether a data processing agreement and a risk assessment are needed. Expect [number] weeks.
5. Do not take out a subscription with the municipality’s card or your work mail before you have got a yes.
6. Try it with made-up information while you wait. Never use real citizens as a test.
7. Give the supplier only the access that the task needs, with an end date.
8. When we stop using it, [the system owner] asks the supplier to delete, and to confirm it in writing.

Once a year [the system owner] goes through the agreement: is it still used, and has the supplier kept its promises?

## If something goes wrong

If you find that you already use something that is not approved, stop putting information into it, and tell your coordinator. It is better to bring it out than to hide it. If a supplier writes that it has had a breach, pass the message on within the hour.

## Whom you can ask

Ask your coordinator, [name], or [the system owner or procurement].`,
  },
};
