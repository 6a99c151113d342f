# Makes the domains*.csv beside it: Rscript domains.R, with Debian's r-cran-survey. R is not needed
# to run the tests. Questions behind a routing question in strata as those of 2011: some are not
# asked, some left out the routing question, some the question itself. The sample is who answered or
# is known not to have been asked; who answered, in all strata or in some, is a domain of it.
library(survey)
options(digits = 17, survey.lonely.psu = "adjust")
out <- function(x, file) write.csv(x, file, row.names = FALSE, quote = FALSE)

sizes <- c(232, 34, 31, 4); taken <- c(76, 27, 26, 4)
data <- data.frame(stratum = rep(1:4, taken), N = rep(sizes, taken))
i <- seq_len(nrow(data))
data$asked <- as.integer((i * 17) %% 29 < 13)
data$asked[i %% 11 == 0] <- NA
data$yes <- as.integer((i * 23) %% 31 < 10 + 3 * data$stratum)
data$seldom <- as.integer((i * 5) %% 19 == 0)
data$part <- ((i * 13) %% 41) / 41
data$size <- round(60 * data$stratum^3 + (i * 31) %% 57)
data[is.na(data$asked) | data$asked == 0 | i %% 9 == 4, c("yes", "seldom", "part")] <- NA
out(data, "domains.csv")

resolved <- data[!is.na(data$yes) | data$asked %in% 0, ]
design <- svydesign(id = ~1, strata = ~stratum, data = resolved, fpc = ~N)
rows <- list()
add <- function(name, est, se, ...) rows[[length(rows) + 1]] <<- data.frame(
  name, value = as.numeric(est)[1], se = as.numeric(se)[1], ...)
for (domain in c("1234", "1", "23", "34")) {
  inside <- as.integer(strsplit(domain, "")[[1]])
  here <- subset(design, !is.na(yes) & stratum %in% inside)
  for (name in c("yes", "seldom", "part")) {
    m <- svymean(reformulate(name), here)
    add(paste(name, domain, sep = "_"), coef(m), SE(m), df = degf(design), df_domain = degf(here))
  }
  r <- svyratio(~I(part * size), ~size, here)
  add(paste("clients", domain, sep = "_"), coef(r), sqrt(vcov(r))[1], df = degf(design),
      df_domain = degf(here))
}
out(do.call(rbind, rows), "domains_results.csv")
