/**
 * Names under which sites add a member and a session to requests as JSON, typed names first: the same words as in lines
 * (`web-pairs.ts`), in the spellings of keys.
 */
export const MEMBER_KEYS: readonly string[] =
  'username user_name userName login_id loginId login_user email user login account member member_id memberId member_no member_number user_id userId account_id accountId customer_id customerId uid 会員番号 会員ID'.split(
    ' ',
  )

/** `cookie_…` are nginx's variables of single cookies. */
export const SESSION_KEYS: readonly string[] =
  'session_id sessionId session sid session_hash cookie_hash jsessionid phpsessid cookie_jsessionid cookie_phpsessid cookie_session cookie_sid'.split(
    ' ',
  )
