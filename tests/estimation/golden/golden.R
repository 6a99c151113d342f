# Makes the golden files beside it: Rscript golden.R, with Debian's r-cran-survey. R is not needed
# to run the tests. Two sets: the api designs that come with the package, and small designs with
# the corners a monitor meets (missing items, full strata, a domain, one respondent in a stratum).
library(survey)
options(digits = 17, survey.lonely.psu = "adjust")
out <- function(x, file) write.csv(x, file, row.names = FALSE, quote = FALSE)

data(api)
out(data.frame(stype = apistrat$stype, fpc = apistrat$fpc, api00 = apistrat$api00,
               enroll = apistrat$enroll, awards = as.integer(apistrat$awards == "Yes"),
               target = as.integer(apistrat$sch.wide == "Yes"), ell = apistrat$ell),
    "apistrat.csv")
d <- svydesign(id = ~1, strata = ~stype, data = apistrat, fpc = ~fpc)
rows <- list()
add <- function(name, est, se, df, low = NA, high = NA)
  rows[[length(rows) + 1]] <<- data.frame(name = name, value = as.numeric(est)[1], se = as.numeric(se)[1], df = df, low = low,
                                          high = high)
m <- svymean(~api00, d); add("mean_api00", coef(m), SE(m), degf(d))
p <- svyciprop(~I(awards == "Yes"), d, method = "logit")
add("share_awards", coef(p), as.numeric(SE(p)), degf(d), confint(p)[1], confint(p)[2])
p <- svyciprop(~I(sch.wide == "Yes"), d, method = "logit")
add("share_target", coef(p), as.numeric(SE(p)), degf(d), confint(p)[1], confint(p)[2])
p <- svyciprop(~I(sch.wide == "Yes"), d, method = "beta")
add("share_target_beta", coef(p), as.numeric(SE(p)), degf(d), confint(p)[1], confint(p)[2])
s <- subset(d, ell > 20)
p <- svyciprop(~I(awards == "Yes"), s, method = "logit", df = degf(d))
add("share_awards_ell20", coef(p), as.numeric(SE(p)), degf(d), confint(p)[1], confint(p)[2])
r <- svyratio(~api.stu, ~enroll, d); add("ratio_stu_enroll", coef(r), sqrt(vcov(r))[1], degf(d))
out(do.call(rbind, rows), "apistrat_results.csv")
out(data.frame(stype = apistrat$stype, fpc = apistrat$fpc, stu = apistrat$api.stu,
               enroll = apistrat$enroll), "apistrat_ratio.csv")

# Corners: N = 6, 10, 20, 4; the last stratum fully enumerated, the third with one respondent.
corner <- data.frame(
  stratum = c(1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 4, 4, 4, 4),
  N = c(6, 6, 6, 6, 10, 10, 10, 10, 10, 20, 4, 4, 4, 4),
  yes = c(1, 0, 1, 1, 0, 0, 1, NA, 0, 1, 1, 0, 0, 1),
  asked = c(1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0),
  size = c(10, 20, 15, 5, 40, 35, 60, 20, 10, 8, 300, 250, 150, 100),
  part = c(2, 3.5, 1, 0, 4, 2.5, 1, 6, 3, 2, 1, 0.5, 2, 4))
out(corner, "corner.csv")
rows <- list()
known <- corner[!is.na(corner$yes) | corner$asked == 0, ]
d <- svydesign(id = ~1, strata = ~stratum, data = known, fpc = ~N)
p <- svymean(~yes, subset(d, asked == 1)); add("share_asked", coef(p), SE(p), degf(d))
full <- svydesign(id = ~1, strata = ~stratum, data = corner, fpc = ~N)
m <- svymean(~part, full); add("mean_part", coef(m), SE(m), degf(full))
r <- svyratio(~I(part * size), ~size, full)
add("mean_part_clients", coef(r), sqrt(vcov(r))[1], degf(full))
s <- subset(full, stratum == 2); m <- svymean(~part, s)
add("mean_part_stratum2", coef(m), SE(m), degf(s))
out(do.call(rbind, rows), "corner_results.csv")
