"""The classes of words that promises are made of, in the notation of `phrases`.

No illness and no medicine is named here: a guide adds its own (`OwnWords`).
"""

from collections.abc import Mapping

from crpsguide.frozen import frozen
from crpsguide.language.phrases import Classes

WORDS: Mapping[str, str] = {
    # What is sold.
    "CARE": """treatment~ therapy~ medicine~ medication~ drug~ method~ procedure~ program~ programme~ device~
        approach~ option~ solution~ remedy~ tablet~ pill~ injection~ technique~ formula~ product~ course~
        supplement~ cure~ answer~ painkiller~ cream~ gel~ spray~ protocol~ system~ technology~ implant~
        exercise~ blend~ combination~ operation~ alternative~ session~ care patch~ plan~ pain_relief""",
    "SELF": """clinic~ centre~ center~ hospital~ team~ doctor~ specialist~ surgeon~ expert~ nurse~ therapist~
        provider~ practice~ unit~ institute~ programme~ authority clinician~ facility service~ staff lawyer~
        solicitor~ law_firm~ physiotherapist~ consultant~""",
    # What the reader has, and what goes wrong.
    "ILLNESS": """illness~ disease~ condition~ damage pain syndrome~ symptom~ suffering burning swelling
        flare-up~ disorder~ inflammation complaint~ ache~ agony soreness stiffness discomfort nightmare
        misery torment torture ordeal""",
    "HARM": """side-effect~ adverse_effect~ adverse_event~ adverse_reaction~ unwanted_effect~ risk~ danger~
        harm~ complication~ downside~ drawback~ ill_effect~ after-effect~ hazard~ disadvantage~""",
    "BODY": """hand~ foot arm~ leg~ skin joint~ muscle~ brain body system~ pathway~ limb~ signal~ mind immune cell~
        tissue~""",
    # Who.
    "PERSON": "patient~ person~ case~ user~ sufferer~ adult~ child~ man~ woman~ client~ one reader~",
    "EVERYONE": """everyone everybody anyone anybody every_PERSON every_single_PERSON each_PERSON each_single_PERSON
        any_PERSON all_PERSON all_our_PERSON all_of_our_PERSON all_the_PERSON all_those all_of_them all_who all_ages
        all_cases every_time all_of_you every_last_one each_and_every_PERSON 100%_of_PERSON 100%_of_our_PERSON
        all_stages all_types all_forms all_kinds every_type every_form every_stage every_kind every_one_of_our_PERSON
        every_single_one_of_our_PERSON each_of_our_PERSON each_one_of_our_PERSON every_last_PERSON
        nine_out_of_ten_PERSON nine_in_ten_PERSON ten_out_of_ten_PERSON 9_out_of_10_PERSON 9_in_10_PERSON
        10_out_of_10_PERSON 99_out_of_100_PERSON ninety-nine_out_of_a_hundred_PERSON""",
    "EXPERTS": """doctor~ expert~ specialist~ scientist~ researcher~ clinician~ consultant~ professor~
        physician~ science surgeon~ nurse~ medicine""",
    "MANY": "thousands hundreds millions countless",
    # What it does, from ordinary to boundless.
    "WORKS": """work~ help~ succeed~ ease~ relieve~ improve~ lower~ reduce~ end~ heal~ cure~ stop~ deliver~
        take~_effect bring~_relief give~_relief do~_the_trick get~_results is_effective are_effective calm~
        soothe~ treat~""",
    "DESTROYS": """eliminate~ eradicate~ banish~ erase~ obliterate~ wipe~_out vanquish~ abolish~ dissolve~
        conquer~ defeat~ beat~ destroy~ kill~ annihilate~ crush~ extinguish~ silence~ dispel~ knock~_out
        shut~_down stamp~_out make~_short_work_of put~_an_end_to do~_away_with rid wipe~_away delete~ expel~ neutralise~
        neutralize~ smash~ zap~ blast~ blitz~ tame~ subdue~ outwit~""",
    "ENDS": "remove~ end~ stop~ halt~ overcome~ solve~ fix~ cure~ heal~ lift~ switch~_off turn~_off take~_away",
    "GOES": """vanish~ disappear~ evaporate~ melt~ melt~_away fade~_away go~ go~_away leave~ lift~ stop~ end~
        dissolve~ be~_gone be~_removed be~_over become~_history be~_history give~_way yield~
        surrender~ retreat~""",
    "HEALS": "heal~ repair~ regenerate~ regrow~ rebuild~ renew~ restore~ grow~ mend~ revive~",
    "REBOOTS": """reset~ retune~ recharge~ realign~ rebalance~ detoxify~ cleanse~ purify~ rejuvenate~ revitalise~
        reawaken~ reboot~ rewire~ unlock~ reprogramme~ reprogram~ reprogrammed recalibrate~ retrain~ restart~
        reactivate~""",
    "BETTER": """improve~ recover~ get~_better get~_well feel~_better respond~ benefit~ heal~ be~_helped
        be~_cured become~_pain-free leave~_free leave~_happy leave~_without get~_relief get~_results
        be~_pain-free win~ walk~_out_FREE
        go~_home_FREE leave~_FREE walk~_out_pain-free sleep~_well sleep~_better regain~ walk~_again smile~_again thrive~
        walk~_away_without walk~_out_without go~_home_without walk~_free get~_their_life_back succeed~
        notice~_a_difference feel~_the_difference""",
    "FUNCTION": "function feeling movement mobility strength use sensation health vitality",
    # How much, how fast, how long.
    "WHOLLY": """completely totally entirely fully absolutely perfectly utterly wholly permanently 100% 100_%
        always extremely very proven quite really truly both so remarkably one_hundred_per_cent 100_per_cent
        inherently naturally""",
    "TOTALLY": "completely totally entirely fully permanently instantly utterly wholly 100%",
    "WHOLE": """complete total full permanent instant immediate lifelong everlasting never-ending perfect
        absolute effortless 100% lasting guaranteed real true ultimate rapid""",
    "AT_ONCE": """instantly immediately overnight at_once at_a_stroke straight_away in_an_instant in_no_time
        from_day_one from_the_first_day within_minutes within_seconds within_hours within_an_hour in_minutes
        in_seconds in_one_go in_a_flash in_a_heartbeat in_the_blink_of_an_eye at_the_touch_of_a_button
        at_the_push_of_a_button at_the_flick_of_a_switch while_you_sleep""",
    "SWIFTLY": """in_record_time in_next_to_no_time in_the_shortest_time in_the_shortest_possible_time
        before_you_know_it in_the_blink_of_an_eye in_a_heartbeat at_lightning_speed with_lightning_speed lightning-fast
        in_a_flash""",
    "FOREVER": """forever for_ever for_good for_life permanently once_and_for_all for_the_rest_of_your_life
        for_all_time for_evermore""",
    "WITHOUT_END": """FOREVER for_years_to_come for_many_years_to_come for_the_rest_of_their_lives never_to_return
        till_the_end_of_your_days for_good_and_all once_and_forever from_now_on never_again for_all_eternity""",
    "EARLY": """AT_ONCE from_the_first_TIME from_the_very_first_TIME after_the_first_TIME after_the_very_first_TIME
        after_a_single_TIME after_just_one_TIME after_one_TIME after_only_one_TIME in_a_single_TIME in_one_TIME
        in_just_one_TIME in_only_one_TIME with_one_TIME with_a_single_TIME with_just_one_TIME by_tomorrow tonight
        from_the_start right_from_the_start from_the_word_go right_away from_the_outset tomorrow""",
    # What one gets.
    "GAIN": """relief cure~ freedom healing result~ success end recovery remission comfort solution~
        improvement~ well-being""",
    "RESULT": """result~ relief effect~ improvement~ recovery~ outcome~ success~ benefit~ change~ cure~
        difference~ power~ healing progress reduction drop~ fall~ decrease turnaround response safety gain~ CARE
        breakthrough~ quality effectiveness""",
    # Praise.
    "GRAND": """amazing incredible unbelievable extraordinary stunning remarkable astounding astonishing
        fantastic spectacular sensational phenomenal outstanding superb excellent impressive exceptional
        brilliant tremendous wonderful marvellous staggering mind-blowing breathtaking unprecedented
        jaw-dropping awe-inspiring unforgettable magnificent terrific fabulous dazzling momentous historic
        monumental unheard-of unrivalled matchless unmatched ultimate record-breaking world-beating unbeatable
        next-generation world-class state-of-the-art miraculous out_of_this_world""",
    "HUGE": "huge massive enormous immense giant gigantic quantum great major big vast radical bold decisive GRAND",
    # What it is said to be, and what is said to be had of it.
    "PROGRESS": """leap~ step_forward advance~ stride~ milestone~ breakthrough~ turning_point discovery discoveries
        invention~ innovation~ development~ success_story success_stories triumph~ victory chapter~ achievement~
        feat leap_forward transformation~ comeback""",
    "WEAPON": "weapon~ ally shield defence defense armour ammunition firepower antidote~ remedy",
    "TRACE": "hint~ trace~ shadow~ spot~ ounce bit sign~ twinge~ scrap shred flicker glimmer moment second",
    "TIME": "second~ minute~ hour~ day~ night~ week~ session~ treatment~ visit~ dose~ application~ appointment~",
    "GRANDLY": """amazingly incredibly unbelievably extraordinarily remarkably astoundingly astonishingly
        phenomenally sensationally spectacularly outstandingly exceptionally hugely massively supremely
        immensely stunningly""",
    "MOST": """advanced gentle natural lasting comfortable precise comprehensive sought-after effective powerful
        successful potent reliable innovative modern efficient promising trusted proven complete thorough
        sophisticated""",
    "FINEST": """best finest safest fastest quickest strongest surest gentlest kindest easiest simplest greatest
        leading top ultimate number_one no.1 no._1 no_1 smartest""",
    "STRONGER": """better safer faster surer stronger gentler quicker more_effective more_powerful
        more_successful greater""",
    "FAMED": """leading world-leading market-leading foremost top premier finest number_one no._1 no_1
        world-class world-famous world-renowned renowned award-winning top-rated best-rated best first-class
        pioneering unrivalled unrivaled most_experienced most_skilled most_trusted most_respected most_qualified
        most_modern most_successful most_advanced most_caring elite peerless""",
    "FLAWLESS": """well-established excellent perfect proven unblemished superb flawless outstanding impeccable
        exceptional unmatched ideal spotless unrivalled""",
    "MATCHLESS": """unbeatable unbeaten unrivalled unrivaled unparalleled unmatched unsurpassed unequalled
        matchless peerless incomparable""",
    "SKILLED": """experienced skilled qualified trusted modern advanced successful trained respected caring gifted
        talented capable knowledgeable dedicated""",
    "NOTHING_LESS": "nothing_short_of nothing_less_than quite just so truly simply really absolutely",
    "FANS": "EXPERTS celebrities athletes stars champions people patients families",
    "USUAL": "conventional ordinary standard usual traditional",
    "OTHERS": """any_other other all_other every_other our_rivals elsewhere anywhere_else anyone_else anybody_else
        anyone anybody everyone_else all_the_others the_competition most_others the_rest any_SELF""",
    "COMPARED": """better more faster quicker safer gentler kinder higher stronger deeper further closer sooner surer
        smarter happier wiser finer greater fewer lower""",
    "AMAZED": "amazed astounded stunned astonished speechless baffled dumbfounded blown_away thrilled overjoyed",
    "AIDS": "crutches walking_stick~ stick~ cane wheelchair~ splint~ painkillers pills tablets medicines drugs",
    "HOPELESS": """desperate longest-standing worst strong severe most_severe bad stubborn old hopeless complex
        advanced deep great far_gone long-standing difficult""",
    "GATEWAY": "ticket passport gateway shortcut doorway",
    "RELIABLY": "reliably unfailingly invariably infallibly inevitably dependably automatically without_exception",
    "OURS": "we our ours us this these it",
    "MATCHES": "match~ can_match equal~ rival~ beat~ compare~ come~ achieve~ can_equal",
    "LIKE_US": "better more as this_well this_often this_carefully this_gently so our close near such rates",
    "TREATS": "treat~ has_treated know~ understand~ offer~ give~ have~ do~",
    # What becomes of people and their illness.
    "EASE": "work~ help~ cure~ stop~ reduce~ relieve~ ease~ improve~ heal~ lower~ end~",
    "SOOTHES": """ease~ relieve~ improve~ lower~ reduce~ heal~ cure~ calm~ soothe~ bring~_relief give~_relief
        take~_effect comfort~ settle~ free~""",
    "WAITED": "waiting looking searching hoping longing praying asking crying_out",
    "ACTS": """EASE DESTROYS ENDS HEALS put_right set_right cope_with handle tackle reach treat be_eased be_helped
        turn_around turn_round be_treated be_solved be_cured be_beaten be_overcome manage""",
    "STRIKES": """treat~ target~ tackle~ attack~ fix~ remove~ heal~ reach~ get~_to get~_at work~_at work~_on
        go~_to strike~ hit~ strike~_at""",
    "FREE": "pain-free symptom-free free_of_ILLNESS free_from_ILLNESS out_of_pain rid_of_ILLNESS",
    "WELL": "FREE well_again cured healthy better well like_new yourself_again reborn",
    "BEATEN": """eliminated eradicated banished erased abolished wiped_out switched_off turned_off ended
        reversed healed beaten defeated conquered overcome gone_after gone_in gone_for_good history""",
    "RESCUED": """been_helped been_freed been_saved been_healed been_cured got regained returned_to beaten
        overcome found_relief recovered""",
    "LIVES": "life lives",
    "ACTIVE": "dancing walking running working sleeping laughing smiling riding climbing swimming living playing",
    "WHOSE": "so many the your our our_patients' hundreds_of thousands_of countless people's my their",
    "WHOM": "you people patients them me hundreds thousands sufferers everyone PERSON",
    "SUFFERED": "had suffered come_to reported experienced felt",
    "TROUBLE": "HARM problem~ reaction~ bad_reaction~ trouble",
    # How harms are waved away.
    "SLIGHT": """mild minor small trivial slight short-lived negligible insignificant fleeting harmless manageable
        exaggerated overstated hype nothing_much nothing_serious""",
    "OVERBLOWN": """overblown exaggerated blown_out_of_proportion blown_up hyped_up overstated overrated played_up
        made_up invented""",
    "LITTLE": """a_bit a_bit_of a_little a_touch a_touch_of a_tad a_spot_of some_slight a_slight a_mild mild slight
        a_hint_of a_passing a_short a_brief a_moment_of some_mild""",
    "SCARE": """leaflet~ small_print list~ warning~ scare~ scaremonger~ scary_stories horror_stories rumour~ headline~
        critic~ sceptic~ label~ what_you_read what_you_may_read worrier~""",
    "PAY_NO_HEED": "don't do_not never no_need_to you_should_not you_need_not there_is_no_need_to",
    "SENSE": "feel notice get expect have happen see suffer experience go_wrong",
    "MISUSERS": """abuser~ misuser~ addict~ junkie~ drug_user~ street_user~ party_user~ recreational_user~ partygoer~
        party-goer~ clubber~ club_goer~ heavy_user~ drug_abuser~ people_who_abuse people_who_misuse those_who_abuse
        those_who_misuse""",
    # Prices and prizes.
    "DEAL": "discount~ voucher~ coupon~ gift~ bonus~ prize~ reward~ money_off free_session~ free_visit~ free_drip~",
    "STAY": "visit~ drip~ infusion~ consultation~ assessment~ call",
    "TRIFLE": """coffee coffees cup_of_coffee cup_of_tea pizza sandwich cinema_ticket night_out gym_membership meal
        lunch phone_bill newspaper""",
    "ACADEMY": "harvard stanford oxford cambridge yale johns_hopkins the_mayo_clinic mayo nasa the_army mit princeton",
    "OFFER": "offer~ deal~ special~ package~ sale~ promotion~ bundle~ discount~",
    "VOUCH": "recommend~ endorse~ back~ vouch~ confirm~ advise~ approve~_of stand~_behind",
    "RENOWNED": """famous renowned eminent leading celebrated world-famous world-renowned well-known distinguished
        acclaimed top""",
    "SAYS_SO": "call~ use~ trust~ choose~ praise~ swear~ say~ rely~ depend~ think~ prefer~ credit~",
    "JOIN": "sign_up subscribe join register book refer order like_us follow_us share_this",
    "ADDICTED": "addict~ addiction addictive addicted dependent dependence dependency hooked",
    "CAUSES": "have cause~ bring~ carry~ pose~ lead~_to make~",
    "UNWANTED": """hidden unpleasant nasty unexpected reported possible known unwanted harmful lasting negative adverse
        real bad long-term serious dangerous health other significant single""",
    "PROVED": "that it its the this how what our",
    "WORSE": "worse higher raised drop_in_blood drop_in_mood drop_in_oxygen drop_in_weight",
    "BOOKED": """place~ appointment~ seat~ bed~ privacy refund~ visit~ confidentiality income slot~ reply answer
        pension~""",
    # What a place may have or be free of.
    "MATERIAL": """step~ stair~ threshold~ kerb~ gravel carpet~ advert~ adverts advertising cookie~ tracker~ cost~
        charge~ perfume scent~ smoke dust noise traffic cables clutter barrier~ nuts""",
    "FITTING": """garden~ lift~ piano hearing_loop car_park parking café canteen kitchen courtyard terrace balcony
        playground playroom ramp~ library crèche nursery bus_stop hoist shop chapel fountain choir view waiting_room""",
    "THING": "it this our the you",
    # Little words.
    "THE": "the our your today's by_far_the simply_the",
    "ANY": "any all the your this every chronic even persistent constant daily my its their",
    "NO": """no zero without never not_a_single hardly_any free_of free_from absolutely_no without_any
        free_of_any free_of_all free_from_any free_from_all""",
    "NOBODY": """nobody no_one no_PERSON not_one_PERSON not_a_single_PERSON not_one_of_our_PERSON
        none_of_our_PERSON none_of_them not_one_of_them""",
    "NEVER": "cannot can't can_not can_never could_never will_not won't will_never does_not doesn't do_not don't never",
    "COULD_NOT": "could_not did_not cannot can_not does_not do_not failed_to",
    "SURELY": "definitely undoubtedly certainly unquestionably surely absolutely undeniably always without_doubt",
    "SOON": "soon quickly finally certainly definitely never_again",
    "ALL_OF_100": "100% 100_% 100_per_cent one_hundred_per_cent a_hundred_per_cent 100_percent one_hundred_percent",
    "HAVE": "have had has got get live",
    "BE": "is are was were be been being it's that's they're you're he's she's",
}


@frozen
class OwnWords:
    """A guide's own words: for the illness, for the parts of the body it strikes, and for what is done about it."""

    illness: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    care: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Of some of the words: these are looked up for each sentence, and a guide has few of them."""
        return hash((self.illness[:1], self.body[:1], self.care[:1]))

    @property
    def classes(self) -> Classes:
        """The classes of words, these among them."""
        own = {"ILLNESS": self.illness, "BODY": self.body, "CARE": self.care}
        return {**WORDS, **{name: f"{WORDS[name]} {' '.join(map(_as_class, words))}" for name, words in own.items()}}


def _as_class(word: str) -> str:
    return word.replace(" ", "_")
