//! Korean.

use crate::date::Date;
use crate::problem::{Expected, Fault, Found, Kind, Limit};

use super::{Header, Legend, Picture, Words};

/// The sentences in Korean.
pub(super) struct Korean;

/// A word with the particle that its last sound asks for: `강의` takes 를, `글` takes 을.
///
/// What does not end in a Korean syllable or a digit, whose sound is not known here, takes both, as Koreans write it.
fn with(word: &str, after_consonant: &str, after_vowel: &str) -> String {
    const SYLLABLES: std::ops::RangeInclusive<char> = '가'..='힣';
    const FINALS: u32 = 28;
    let closed = match word.chars().last() {
        Some(last) if SYLLABLES.contains(&last) => Some((u32::from(last) - u32::from('가')) % FINALS != 0),
        // 영 일 삼 육 칠 팔 end in a consonant; 이 사 오 구 do not.
        Some(last) if last.is_ascii_digit() => Some(matches!(last, '0' | '1' | '3' | '6' | '7' | '8')),
        _ => None,
    };
    match closed {
        Some(true) => format!("{word}{after_consonant}"),
        Some(false) => format!("{word}{after_vowel}"),
        None => format!("{word}{after_consonant}({after_vowel})"),
    }
}

impl Words for Korean {
    fn tag(&self) -> &'static str {
        "ko"
    }
    fn untitled(&self) -> &'static str {
        "목표"
    }
    fn week(&self, number: usize) -> String {
        format!("{number}주차")
    }
    fn weeks(&self, first: usize, last: usize) -> String {
        format!("{first}–{last}")
    }
    fn short_date(&self, day: Date) -> String {
        format!("{}.{}", day.month, day.day)
    }
    fn long_date(&self, day: Date) -> String {
        format!("{}월 {}일", day.month, day.day)
    }

    fn absent(&self) -> &'static str {
        "불참"
    }
    fn skipped(&self) -> &'static str {
        "쉼"
    }
    fn unknown(&self) -> &'static str {
        "기록 없음"
    }
    fn future(&self) -> &'static str {
        "예정"
    }
    fn roughly(&self, value: &str) -> String {
        format!("약 {value}")
    }

    fn legend(&self, part: Legend) -> &'static str {
        match part {
            Legend::Done => "완료",
            Legend::Carried => "못 한 일 → 다음 주로",
            Legend::Plan => "그 주의 새 계획",
            Legend::Future => "남은 계획",
            Legend::Beyond => "계획보다 더",
        }
    }
    fn plan(&self) -> &'static str {
        "계획"
    }
    fn amount(&self, amount: f64, unit: &str) -> String {
        format!("{}{unit}", self.number(amount))
    }
    fn done_of(&self, done: f64, planned: f64, unit: &str) -> String {
        format!("{} 중 {}", self.amount(planned, unit), self.amount(done, unit))
    }
    fn left(&self, amount: f64, unit: &str) -> String {
        format!("{} 남음", self.amount(amount, unit))
    }
    fn complete(&self) -> &'static str {
        "모두 완료"
    }
    fn beyond(&self, amount: f64, unit: &str) -> String {
        format!("모두 완료, {} 더", self.amount(amount, unit))
    }
    fn behind(&self, amount: f64, unit: &str) -> String {
        format!("계획보다 {} 밀림", self.amount(amount, unit))
    }
    fn ahead(&self, amount: f64, unit: &str) -> String {
        format!("계획보다 {} 앞섬", self.amount(amount, unit))
    }
    fn stated(&self, stated: &str, computed: Option<&str>) -> String {
        match computed {
            Some(computed) => format!("글쓴이가 밝힌 값은 {stated}, 주별 기록의 합은 {computed}입니다."),
            None => format!("글쓴이가 밝힌 값은 {stated}입니다."),
        }
    }

    fn picture(&self, kind: Picture, title: &str, headline: &str) -> String {
        let chart = match kind {
            Picture::Weekly => "주별 진행 차트",
            Picture::Burnup => "계획 대비 누적 차트",
            Picture::Compact => "진행률 게이지",
        };
        format!("{title}: {chart}, {headline}")
    }
    fn summary(&self, done: f64, planned: f64, unit: &str, percent: &str) -> String {
        let done = with(&self.amount(done, unit), "을", "를");
        format!("{} 중 {done} 마쳤습니다({percent}).", self.amount(planned, unit))
    }
    fn no_amounts(&self) -> &'static str {
        "계획한 양의 기록이 없어 전체 비율은 알 수 없습니다."
    }
    fn on_plan(&self) -> &'static str {
        "지금까지 계획한 일을 모두 마쳤습니다."
    }
    fn jammed(&self, since: &str, depth: f64, unit: &str) -> String {
        format!("{since}부터 밀린 일이 있고, 지금 {} 밀려 있습니다.", with(&self.amount(depth, unit), "이", "가"))
    }
    fn clears(&self, weeks: u32) -> String {
        format!("평소 속도라면 {weeks}주 만에 따라잡습니다.")
    }
    fn does_not_clear(&self, extra: Option<f64>, unit: &str) -> String {
        match extra {
            Some(extra) => {
                let extra = (extra * 10.0).ceil() / 10.0;
                format!("이 속도로는 줄지 않습니다. 한 주에 {} 더 하면 따라잡습니다.", self.amount(extra, unit))
            }
            None => "이 속도로는 줄지 않습니다.".to_owned(),
        }
    }
    fn time_left(&self, weeks: u32) -> String {
        format!("마감까지 {weeks}주 남았습니다.")
    }
    fn forecast(&self, p50: u32, p85: u32, slowing: bool) -> String {
        let pace = if slowing { "지난 속도를 되찾는다면" } else { "지금까지의 속도라면" };
        if p50 == p85 {
            format!("{pace} 남은 일은 {p85}주 안에 끝납니다(85%).")
        } else {
            format!("{pace} 남은 일은 {p50}주(반반)에서 {p85}주(85%) 안에 끝납니다.")
        }
    }
    fn recorded(&self, recorded: u32, over: u32) -> String {
        format!("{over}주 중 {recorded}주만 기록되어, 적어도 이만큼 마쳤습니다.")
    }

    fn steps(&self, title: &str) -> String {
        format!("{title}의 주별 기록")
    }
    fn carried(&self, amount: f64, unit: &str) -> String {
        format!("{} 이월", self.amount(amount, unit))
    }
    fn to_do(&self, load: f64, unit: &str) -> String {
        format!("할 일 {}", self.amount(load, unit))
    }
    fn nothing_to_do(&self) -> &'static str {
        "할 일 없음"
    }
    fn opens_link(&self) -> &'static str {
        "엔터 키로 링크 열기"
    }

    fn table(&self) -> &'static str {
        "표와 데이터"
    }
    fn header_in(&self, header: Header, unit: &str) -> String {
        format!("{}({unit})", self.header(header))
    }
    fn copy(&self) -> &'static str {
        "CSV로 복사"
    }
    fn copied(&self) -> &'static str {
        "복사했습니다"
    }
    fn not_copied(&self) -> &'static str {
        "이 브라우저에서는 복사할 수 없습니다"
    }
    fn save(&self) -> &'static str {
        "PNG로 저장"
    }
    fn header(&self, header: Header) -> &'static str {
        match header {
            Header::Week => "주",
            Header::Date => "날짜",
            Header::Planned => "새 계획",
            Header::CarriedIn => "이월",
            Header::Load => "할 일",
            Header::Done => "완료",
            Header::Completed => "완료율",
            Header::CarriedOut => "남음",
            Header::Note => "메모",
        }
    }

    fn cannot_draw(&self) -> &'static str {
        "goalpost가 아직 이 목표를 그릴 수 없습니다:"
    }

    fn problem(&self, kind: &Kind) -> String {
        match kind {
            Kind::Syntax { fault, line } => format!("JSON이 아닙니다: {} 여기: {line}", fault_text(*fault)),
            Kind::Empty => {
                r#"목표가 비어 있습니다. { "planned": [6, 8], "done": [6, 5] }처럼 적어 주세요"#.to_owned()
            }
            Kind::NoData => {
                r#"목표 데이터가 없습니다. 요소 안에 <script type="application/json">을 넣거나 src="goal.json"을 적어 주세요"#
                    .to_owned()
            }
            Kind::NotLoaded { reason } => {
                format!("파일을 불러올 수 없습니다({reason}). 주소가 맞는지, 서버가 이 페이지를 허용하는지 확인해 주세요")
            }
            Kind::HttpStatus(status) => format!("서버의 응답이 {status}입니다. 파일 주소를 확인해 주세요"),
            Kind::Expected { expected, found } => {
                format!("{}만 쓸 수 있습니다. 지금은 {}입니다", expected_text(*expected), found_text(found))
            }
            Kind::DateForm { found, suggestion } => {
                format!("날짜는 연-월-일로 적습니다. {} 대신 \"{suggestion}\"라고 적어 주세요", found_text(found))
            }
            Kind::NoSuchDay { found } => format!("{}은(는) 없는 날짜입니다. 월과 일을 확인해 주세요", found_text(found)),
            Kind::UnknownField { suggestion: Some(suggestion), .. } => {
                format!("알 수 없는 항목입니다. 혹시 \"{suggestion}\"인가요?")
            }
            Kind::UnknownField { known, .. } => {
                format!("알 수 없는 항목입니다. 여기에 쓸 수 있는 항목: {}", known.join(", "))
            }
            Kind::DuplicateField { field } => format!("\"{field}\" 항목이 두 번 있습니다. 하나만 남겨 주세요"),
            Kind::Missing("week") => r#"빠져 있습니다. "week": 2처럼 몇 주차에 할 일인지 적어 주세요"#.to_owned(),
            Kind::Missing(field) => format!("빠져 있습니다. \"{field}\": [6, 8, 6]처럼 계획을 적어 주세요"),
            Kind::NoWeeks => {
                r#"주가 하나도 없습니다. "planned"와 "done" 목록, "weeks", "tasks" 중 하나를 적어 주세요"#.to_owned()
            }
            Kind::Contradiction { other, here, there } => {
                format!("여기는 {here}, {other}에는 {there}입니다. 서로 맞추거나 하나를 지워 주세요")
            }
            Kind::Lengths { other, here, there } => {
                format!("여기는 {here}개, \"{other}\"에는 {there}개입니다. 한 주에 하나씩 적어 주세요")
            }
            Kind::NoDates => {
                "날짜가 있는 주가 없어 이 날짜를 쓸 수 없습니다. 주의 번호를 적거나 각 주에 날짜를 적어 주세요".to_owned()
            }
            Kind::NoSuchWeek { week, weeks: 1 } => format!("{week}주차는 없습니다. 1주차뿐입니다"),
            Kind::NoSuchWeek { week, weeks } => format!("{week}주차는 없습니다. 1에서 {weeks} 사이로 적어 주세요"),
            Kind::NothingToShare => "비율만으로는 양을 알 수 없습니다. 이 주의 \"planned\"도 적어 주세요".to_owned(),
            Kind::DroppedTooMuch { dropped, most } => {
                let (dropped, most) = (self.number(*dropped), self.number(*most));
                format!("{dropped}만큼 뺐지만 이 주까지의 계획은 {most}뿐입니다. {most} 이하로 적어 주세요")
            }
            Kind::FinishedNotDone => {
                r#"마친 주는 적혀 있지만 아직 마치지 않은 일입니다. "done": true를 더하거나 이 항목을 지워 주세요"#.to_owned()
            }
            Kind::TooMany { what, limit, found } => {
                let (what, mend) = match what {
                    Limit::Bytes => ("JSON 바이트", "글을 줄이거나 목표를 나눠"),
                    Limit::Weeks => ("주", "목표를 나눠"),
                    Limit::Tasks => ("할 일", "목표를 나눠"),
                    Limit::Characters => ("글자", "글을 줄여"),
                };
                format!("{what} 수가 {}입니다. {}까지이니 {mend} 주세요", thousands(*found), thousands(*limit))
            }
            Kind::More(more) => format!("이 밖에 {more}개가 더 있습니다. 위의 문제를 고치면 보입니다"),
            Kind::StatedDiffers { stated, computed } => {
                let (stated, computed) = (self.number(*stated), self.percent(computed / 100.0));
                format!("적은 값은 {stated}%, 주별 기록의 합은 {computed}입니다. 적은 값을 보여 줍니다")
            }
            Kind::DoneAboveLoad { done, load } => {
                format!("할 일 {}보다 많은 {} 완료. 나머지는 다음 주 몫이 됩니다", self.number(*load), self.number(*done))
            }
            Kind::DatesOutOfOrder { previous } => format!("앞선 주의 날짜 {previous}보다 빠릅니다"),
            Kind::DoneAfterAsOf { as_of } => format!("\"asOf\"가 기록의 끝이라고 한 {as_of}주차보다 뒤입니다"),
            Kind::Unrecorded { weeks } => format!("{weeks}주는 기록이 없습니다. 보이는 값은 적어도 이만큼 마쳤다는 뜻입니다"),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a count of bytes, weeks or characters")]
fn thousands(count: usize) -> String {
    Korean.number(count as f64)
}

fn fault_text(fault: Fault) -> &'static str {
    match fault {
        Fault::Ended => "중간에 끊겼습니다. 열린 따옴표나 괄호를 닫거나, 글을 자른 빈 줄을 지우세요.",
        Fault::MissingValue => "값이 빠졌습니다. 6이나 null 같은 값을 적으세요.",
        Fault::TrailingComma => "닫는 괄호 앞의 쉼표를 지우세요.",
        Fault::MissingComma => "이 앞에 쉼표를 넣으세요.",
        Fault::MissingColon => "이름 뒤에 콜론(:)을 넣으세요.",
        Fault::SingleQuote => "' 대신 \"를 쓰세요.",
        Fault::CurlyQuote => "둥근 따옴표 대신 곧은 따옴표(\")를 쓰세요.",
        Fault::OddSpace => "보이지 않는 이 글자를 보통 빈칸으로 바꾸거나 지우세요.",
        Fault::BareKey => "이름을 큰따옴표로 감싸세요.",
        Fault::BareWord => "따옴표 없이는 true, false, null만 쓸 수 있습니다. 다른 글은 큰따옴표로 감싸세요.",
        Fault::Start => "목표는 {로 시작합니다.",
        Fault::Comment => "주석을 지우세요. JSON에는 주석이 없습니다.",
        Fault::ControlCharacter => "글 안의 줄바꿈은 \\n, 탭은 \\t로 적으세요.",
        Fault::Escape => "백슬래시는 \\\\로, 글자 번호는 \\u와 네 자리로 적으세요.",
        Fault::Number => "수는 6이나 0.5처럼 적으세요. 날짜와 \"80%\", \"5/6\"은 큰따옴표로 감싸세요.",
        Fault::WrongBracket => "목록은 ], 객체는 }로 닫으세요.",
        Fault::TooDeep => "목록과 객체가 너무 깊이 겹쳐 있습니다. 목표에는 세 겹이면 됩니다.",
        Fault::TrailingText => "목표가 끝난 뒤에 남은 글을 지우세요.",
        Fault::Unexpected => "여기에 올 수 없는 이 글자를 지우세요.",
    }
}

fn expected_text(expected: Expected) -> String {
    match expected {
        Expected::Object => "객체 { … }".to_owned(),
        Expected::List => "목록 [ … ]".to_owned(),
        Expected::Text => "따옴표로 감싼 글".to_owned(),
        Expected::Amount => "0에서 1,000,000,000까지의 수".to_owned(),
        Expected::Done => "0에서 1,000,000,000까지의 수나 \"80%\", \"5/6\"".to_owned(),
        Expected::Percent => "0에서 100까지의 백분율".to_owned(),
        Expected::Share => "true, false 또는 0에서 1까지의 비율".to_owned(),
        Expected::Flag => "true 또는 false".to_owned(),
        Expected::Date => "\"2019-09-29\" 같은 날짜".to_owned(),
        Expected::Week => "1부터 세는 주의 번호".to_owned(),
        Expected::WeekOrDate => "1부터 세는 주의 번호나 \"2019-09-29\" 같은 날짜".to_owned(),
        Expected::Link => "https://나 http://로 시작하는 주소, 또는 사이트 안의 주소".to_owned(),
        Expected::OneOf(words) => words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", "),
    }
}

fn found_text(found: &Found) -> &str {
    match found {
        Found::Scalar(text) => text,
        Found::List => "목록",
        Found::Object => "객체",
    }
}

#[cfg(test)]
mod tests {
    use super::with;

    #[test]
    fn particles_follow_the_last_sound() {
        assert_eq!(with("4강의", "을", "를"), "4강의를");
        assert_eq!(with("3글", "을", "를"), "3글을");
        assert_eq!(with("6", "이", "가"), "6이");
        assert_eq!(with("2", "이", "가"), "2가");
        assert_eq!(with("4km", "을", "를"), "4km을(를)");
    }
}
