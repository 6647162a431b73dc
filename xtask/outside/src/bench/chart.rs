//! Tables -> a drawing of bars as SVG, one panel for each.

use std::fmt::Write as _;

use super::figures::{Figure, Row, Section, Unit};

const WIDTH: f64 = 860.0;
/// Where bars begin, and how long the longest is.
const LEFT: f64 = 300.0;
const LONGEST: f64 = 420.0;
const LINE: f64 = 22.0;
const TITLE: f64 = 44.0;

/// Draws the rows that have a time, or a rate. Within a panel, each run of rows of one unit has its own scale.
pub fn draw(sections: &[&Section]) -> String {
    let mut body = String::new();
    let mut y = 8.0;
    for Section { title, rows, .. } in sections {
        let bars: Vec<(&Row, f64)> = rows.iter().filter_map(|row| Some((row, bar(row)?))).collect();
        let rate = bars.iter().any(|(row, _)| row.unit == Unit::PerSecond);
        let title = format!("{} ({} is better)", escaped(title), if rate { "longer" } else { "shorter" });
        let _ = writeln!(body, r#"<text x="16" y="{:.0}" class="title">{title}</text>"#, y + 26.0);
        y += TITLE;
        for (row, value) in &bars {
            let same = bars.iter().filter(|(other, _)| scale(other) == scale(row));
            let most = same.fold(0.0, |most: f64, (_, value)| most.max(*value));
            let length = if most > 0.0 { value / most * LONGEST } else { 0.0 };
            let class = if row.name.contains("ours") { "ours" } else { "rival" };
            let (text, end) = (y + 14.0, LEFT + length);
            let _ = writeln!(
                body,
                r#"<text x="{:.0}" y="{text:.0}" class="name">{}</text>"#,
                LEFT - 8.0,
                escaped(&row.name)
            );
            let _ = writeln!(body, r#"<rect x="{LEFT}" y="{y:.0}" width="{length:.1}" height="17" class="{class}"/>"#);
            let shown = row.unit.show(*value);
            let _ = writeln!(body, r#"<text x="{:.1}" y="{text:.0}">{shown}</text>"#, end + 6.0);
            y += LINE;
        }
    }
    let height = y + 12.0;
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0}" viewBox="0 0 {WIDTH} {height:.0}">
<style>
text {{ font: 13px sans-serif; fill: #222; }}
.title {{ font-size: 16px; font-weight: bold; }}
.name {{ text-anchor: end; }}
.ours {{ fill: #2b6cb0; }}
.rival {{ fill: #b8c0cc; }}
</style>
<rect width="100%" height="100%" fill="white"/>
{body}</svg>
"#
    )
}

/// The length of a row's bar, if it has one.
fn bar(row: &Row) -> Option<f64> {
    match (&row.figure, row.unit) {
        (_, Unit::Ratio | Unit::Lines | Unit::Megabytes) | (Figure::Missing(_), _) => None,
        (
            Figure::Measured { median, .. },
            Unit::Nanoseconds | Unit::Milliseconds | Unit::Seconds | Unit::CpuSeconds | Unit::PerSecond,
        ) => Some(*median),
    }
}

/// Rows are drawn to one scale if they share the words before the comma: the operation, or the command.
fn scale(row: &Row) -> (&str, bool) {
    let timed = matches!(row.unit, Unit::Nanoseconds);
    (if timed { row.name.split(',').next().unwrap_or_default() } else { "" }, timed)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
