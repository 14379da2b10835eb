# told.awk: of the logs of tests, what failed and what was skipped, and why.

# What a test said just before it failed helps to see why; of very many failures, only the first few
# can be read.
/^# / { said[++lines] = $0; next }
/^(FAIL|ERROR|XPASS): / {
    failures++
    for (i = lines > 15 ? lines - 14 : 1; i <= lines && failures <= 10; i++)
        print "    " said[i]
    if (failures <= 40)
        print "    " $0
}
/^SKIP: / { sub(/^SKIP: /, "skipped: "); sub(/ # SKIP/, ":"); print "    " $0 }
/^[A-Z]+: / { lines = 0 }
END { if (failures > 40) print "    and " failures - 40 " more" }
