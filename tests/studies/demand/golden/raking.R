# Makes raking.csv beside it: Rscript raking.R. R is not needed to run the tests.
# National clients by profile, age and origin, scaled to local margins of age and of origin by the
# iterative proportional fitting of base R (loglin with a start), and summed by profile.
options(digits = 15)
shares <- c(ouders = 21, jongeren = 9, oudkomers = 18, vouwen = 28, overig = 24) / 100
age <- rbind(ouders = c(0.3, 0.7, 0), jongeren = c(1, 0, 0), oudkomers = c(0.1, 0.6, 0.3),
             vouwen = c(0, 0, 1), overig = c(0.25, 0.65, 0.1))
origin <- rbind(ouders = c(0.6, 0.4), jongeren = c(0.5, 0.5), oudkomers = c(0, 1),
                vouwen = c(0.7, 0.3), overig = c(0.8, 0.2))
start <- array(0, c(5, 3, 2))
for (p in 1:5) start[p, , ] <- shares[p] * outer(age[p, ], origin[p, ])
# A table with the local margins: independent, since only its margins count.
local <- array(0, c(5, 3, 2))
for (p in 1:5) local[p, , ] <- outer(c(300, 900, 800), c(900, 1100)) / 2000 / 5
fit <- loglin(local, list(2, 3), start = start, fit = TRUE, eps = 1e-12, iter = 1000,
              print = FALSE)$fit
found <- apply(fit, 1, sum)
write.csv(data.frame(profile = names(shares), share = 100 * shares, local = found,
                     factor = found / 2000 / shares), "raking.csv", row.names = FALSE,
          quote = FALSE)
