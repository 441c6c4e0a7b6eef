/** Words of a text. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * Names under which products and people keep each quantity, the most telling first; compared as bare letters and digits.
 * They are those of Amazon Connect contact records, Zendesk Talk, Freshcaller, Dixa, Genesys Cloud, NICE CXone, Vocalcom,
 * ServiceNow, Zoho Desk, Asterisk queue_log tables and common spreadsheets.
 */
export const COLUMN_NAMES = {
  arrival: words(`
    arrivedat arrivaltime arrival arrived enqueuetimestamp queueenqueuetimestamp enqueuedtime queuedat
    queuestarttime queuestart qstart enteredqueue enterqueue queueentrytime offeredat receivedat received
    calllocaltime callstarttime callstart startedat starttime startdatetime start conversationstart
    initiationtimestamp calltime calldatetime datetime timestamp eventtime calluniversaltime createdat createdtime
    createdon created openedat opened dateandtime contacttime contactstart begin time date
  `),
  date: words(`
    date calldate startdate day arrivaldate contactdate createddate
  `),
  clock: words(`
    time calltime starttime timeofday arrivaltime start contacttime createdtime hour
  `),
  type: words(`
    contacttype queue queuename lastqueue firstqueue assignedcallqueuename callqueue callgroup skill skillname
    skillgroup split service servicename calltype topic campaign campaignname assignmentgroup assignedteamname team
    department reason category type vdn dnis language channel direction
  `),
  handle: words(`
    handletime handlingtime handledtime totalhandletime aht handlingduration handleduration thandle totaltimespent
    sertime servicetime serviceduration
  `),
  talk: words(`
    talktime talk talkduration convduration conversationtime conversationduration agentinteractionduration ttalk
    activetalktime acdtime calltalktime billsec connectedtime callduration duration totalduration
  `),
  hold: words(`
    holdtime hold holdduration customerholdduration theld totalholdtime
  `),
  wrapUp: words(`
    wrapup wrapuptime wrapupduration wrap wraptime acw acwtime acwseconds acwduration aftercallwork aftercontactwork
    aftercontactworkduration aftercallworktime aftercallworkduration callworktime tacw postcall postprocessing
  `),
  patience: words(`
    patience timetoabandon abandontime abandonedafter abandonafter tabandon abandonwait
  `),
};
