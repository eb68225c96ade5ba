const CLAIM_KEYWORDS = {};
