//! Samples of rounds -> rows of figures, each with its goal beside it.

use serde::{Deserialize, Serialize};

/// What was measured in each round, in the order of the rounds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Samples(pub Vec<f64>);

impl Samples {
    /// The middle one.
    pub fn median(&self) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.len() / 2;
        match (sorted.get(middle.wrapping_sub(1)), sorted.get(middle)) {
            (Some(low), Some(high)) if sorted.len().is_multiple_of(2) => f64::midpoint(*low, *high),
            (_, Some(value)) => *value,
            (_, None) => f64::NAN,
        }
    }

    /// The ratios of each round: what disturbs a round disturbs both of its sides.
    pub fn over(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(value, other)| value / other).collect())
    }

    fn spread(&self) -> (f64, f64) {
        self.0.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(*value), high.max(*value)))
    }
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Unit {
    Nanoseconds,
    Milliseconds,
    Seconds,
    CpuSeconds,
    PerSecond,
    Megabytes,
    Lines,
    Ratio,
}

impl Unit {
    /// A figure with what it counts.
    pub fn show(self, value: f64) -> String {
        let digits = match value.abs() {
            large if large >= 100.0 => 0,
            large if large >= 10.0 => 1,
            _ => 2,
        };
        // goals are set in hundredths, and a ratio must not be rounded into its goal
        let digits = if self == Self::Ratio && value < 10.0 { 3 } else { digits };
        format!("{value:.digits$}{}", self.suffix())
    }

    fn suffix(self) -> &'static str {
        match self {
            Self::Nanoseconds => " ns",
            Self::Milliseconds => " ms",
            Self::Seconds => " s",
            Self::CpuSeconds => " CPU s",
            Self::PerSecond => "/s",
            Self::Megabytes => " MB",
            Self::Lines | Self::Ratio => "",
        }
    }
}

/// What a median is wished to be.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Goal {
    AtMost(f64),
    AtLeast(f64),
}

impl Goal {
    pub fn met(self, value: f64) -> bool {
        match self {
            Self::AtMost(most) => value <= most,
            Self::AtLeast(least) => value >= least,
        }
    }
}

/// A figure, or why there is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Figure {
    Measured {
        median: f64,
        low: f64,
        high: f64,
    },
    /// `needs valgrind`
    Missing(String),
}

/// A line of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub name: String,
    pub unit: Unit,
    pub figure: Figure,
    /// The same in instructions, which are the same on a busy machine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instructions: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<Goal>,
}

impl Row {
    pub fn new(name: impl Into<String>, unit: Unit, samples: &Samples) -> Self {
        let (low, high) = samples.spread();
        let figure = Figure::Measured { median: samples.median(), low, high };
        Self { name: name.into(), unit, figure, instructions: None, goal: None }
    }

    pub fn missing(name: impl Into<String>, unit: Unit, why: impl Into<String>) -> Self {
        Self { name: name.into(), unit, figure: Figure::Missing(why.into()), instructions: None, goal: None }
    }

    #[must_use]
    pub fn goal(self, goal: Goal) -> Self {
        Self { goal: Some(goal), ..self }
    }

    #[must_use]
    pub fn instructions(self, instructions: Option<f64>) -> Self {
        Self { instructions, ..self }
    }

    /// The cells of its line: name, median, spread, instructions, goal, and whether it is met.
    pub fn cells(&self) -> [String; 6] {
        let show = |value| self.unit.show(value);
        let (median, spread) = match &self.figure {
            Figure::Measured { median, low, high } if low < high => {
                (show(*median), format!("{} … {}", show(*low), show(*high)))
            }
            Figure::Measured { median, .. } => (show(*median), String::new()),
            Figure::Missing(why) => (format!("not measured: {why}"), String::new()),
        };
        let instructions = self.instructions.map(|count| match self.unit {
            Unit::Ratio => Unit::Ratio.show(count),
            _ => format!("{count:.0}"),
        });
        let (goal, met) = match (self.goal, &self.figure) {
            (None, _) => (String::new(), String::new()),
            (Some(goal), figure) => {
                let text = match goal {
                    Goal::AtMost(most) => format!("≤ {most}{}", self.unit.suffix()),
                    Goal::AtLeast(least) => format!("≥ {least}{}", self.unit.suffix()),
                };
                let met = match figure {
                    Figure::Measured { median, .. } if goal.met(*median) => "met",
                    Figure::Measured { .. } => "missed",
                    Figure::Missing(_) => "",
                };
                (text, met.to_owned())
            }
        };
        [self.name.clone(), median, spread, instructions.unwrap_or_default(), goal, met]
    }
}

/// A table, with what it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    pub title: String,
    pub text: String,
    /// Whether the rows that are no ratios are drawn beside each other.
    pub drawn: bool,
    pub rows: Vec<Row>,
}

impl Section {
    /// The same table where goals are set for another one, and this one only explains it.
    #[must_use]
    pub fn without_goals(self) -> Self {
        Self { rows: self.rows.into_iter().map(|row| Row { goal: None, ..row }).collect(), ..self }
    }
}

/// The titles of the cells.
pub const TITLES: [&str; 6] = ["", "median", "spread", "instructions", "goal", ""];

#[cfg(test)]
mod tests {
    use super::{Goal, Row, Samples, Unit};

    #[test]
    fn a_median_is_the_middle_one() {
        assert!((Samples(vec![9.0, 1.0, 2.0]).median() - 2.0).abs() < f64::EPSILON);
        assert!((Samples(vec![4.0, 1.0, 2.0, 9.0]).median() - 3.0).abs() < f64::EPSILON);
        assert!(Samples::default().median().is_nan());
    }

    #[test]
    fn ratios_are_of_the_same_round() {
        let (ours, theirs) = (Samples(vec![1.0, 10.0]), Samples(vec![2.0, 20.0]));
        assert_eq!(ours.over(&theirs), Samples(vec![0.5, 0.5]));
    }

    #[test]
    fn a_row_says_whether_its_goal_is_met() {
        let row = |value| Row::new("a", Unit::Ratio, &Samples(vec![value])).goal(Goal::AtMost(0.22)).cells();
        assert_eq!(row(0.2201), ["a", "0.220", "", "", "≤ 0.22", "missed"]);
        assert_eq!(row(0.22)[5], "met");
        let row = Row::missing("a", Unit::PerSecond, "needs node").goal(Goal::AtLeast(30.0)).cells();
        assert_eq!(row, ["a", "not measured: needs node", "", "", "≥ 30/s", ""]);
    }
}
